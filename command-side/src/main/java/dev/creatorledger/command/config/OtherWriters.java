package dev.creatorledger.command.config;

import dev.creatorledger.platform.store.ReadStreams;
import dev.creatorledger.platform.store.StreamHeads;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What other nodes have stored meanwhile. Before anything is decided, an aggregate that is kept in memory is compared
 * with the store; what a decision only reads is compared once more when it is stored.
 */
public final class OtherWriters {

    private static final String ASKED = OtherWriters.class.getName();
    private static final long NOT_BEGUN = -1;

    private final boolean expected;
    private final StreamHeads heads;

    private OtherWriters(boolean expected, StreamHeads heads) {
        this.expected = expected;
        this.heads = heads;
    }

    /** Nobody else writes to the store: what is kept in memory is all there is. */
    public static OtherWriters none(StreamHeads heads) {
        return new OtherWriters(false, heads);
    }

    /** Any number of other nodes write to the store. */
    public static OtherWriters expected(StreamHeads heads) {
        return new OtherWriters(true, heads);
    }

    /**
     * Asks for many streams at once, and not for each of them when it is loaded. They are decided upon one by one: none
     * of those decisions rests on another stream, so nothing is compared once more.
     */
    public void askFor(Collection<String> streams) {
        if (expected && !streams.isEmpty()) {
            asked(CurrentUnitOfWork.get()).putAll(heads.lastSequences(streams));
        }
    }

    /** How far a stream is that is kept up to a version. */
    long lastSequence(String stream, long version) {
        if (!expected) {
            return version;
        }
        Map<String, Long> known = CurrentUnitOfWork.isStarted() ? asked(CurrentUnitOfWork.get()) : Map.of();
        Long last = known.containsKey(stream)
                ? known.get(stream)
                : heads.lastSequences(List.of(stream)).get(stream);
        return last == null ? NOT_BEGUN : last;
    }

    /** Notes that a unit of work decides on a stream as it is up to a version. */
    void decidedOn(String type, String stream, long version) {
        if (expected && CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
            if (!asked(unitOfWork).containsKey(stream)) {
                ReadStreams.in(unitOfWork).upTo(type, stream, version);
            }
        }
    }

    private static Map<String, Long> asked(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(ASKED, key -> new HashMap<>());
    }
}
