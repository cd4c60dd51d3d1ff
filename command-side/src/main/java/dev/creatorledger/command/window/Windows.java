package dev.creatorledger.command.window;

import dev.creatorledger.command.config.AggregateCache;
import dev.creatorledger.command.config.OtherWriters;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.StreamHeads;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Repository;

/**
 * The windows as the booking lane uses them: it takes many in one unit of work, and a command each over the bus would
 * cost more than the booking itself.
 */
final class Windows {

    private final Repository<ImpressionWindow> repository;
    private final AggregateCache cache;
    private final StreamHeads heads;
    private final OtherWriters others;

    Windows(Repository<ImpressionWindow> repository, AggregateCache cache, StreamHeads heads, OtherWriters others) {
        this.repository = repository;
        this.cache = cache;
        this.heads = heads;
        this.others = others;
    }

    /** Those of the windows that were opened before, sealed ones included. */
    Set<WindowId> existing(Collection<WindowId> asked) {
        Set<WindowId> existing = new HashSet<>();
        Map<String, WindowId> unsure = new HashMap<>();
        for (WindowId windowId : asked) {
            String stream = windowId.toString();
            if (cache.has(stream)) {
                existing.add(windowId);
            } else {
                unsure.put(stream, windowId);
            }
        }
        if (!unsure.isEmpty()) {
            for (String stream : heads.lastSequences(unsure.keySet()).keySet()) {
                WindowId found = unsure.get(stream);
                if (found != null) {
                    existing.add(found);
                }
            }
        }
        return existing;
    }

    /** Opens a window that does not exist; within a unit of work. */
    void open(OpenWindow command) throws Exception {
        repository.newInstance(() -> new ImpressionWindow(command));
    }

    /** Brings windows into the unit of work: best before anything is published in it. */
    void load(Collection<WindowId> windowIds) {
        Set<String> streams = new LinkedHashSet<>();
        windowIds.forEach(windowId -> streams.add(windowId.toString()));
        others.askFor(streams);
        streams.forEach(repository::load);
    }

    /** Books impressions in a window of this unit of work. */
    @SuppressWarnings("unchecked") // what the window's handler of this command returns
    List<Outcome> book(WindowId windowId, CommandMessage<BookImpressions> command) throws Exception {
        return (List<Outcome>) repository.load(windowId.toString()).handle(command);
    }

    /** Seals a window of this unit of work, if its time has come. */
    @SuppressWarnings("unchecked") // what the window's handler of this command returns
    Optional<WindowTotals> seal(WindowId windowId, CommandMessage<SealWindow> command) throws Exception {
        return (Optional<WindowTotals>) repository.load(windowId.toString()).handle(command);
    }
}
