package dev.creatorledger.query.view;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.TestLedger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** Counts the events of each channel, and fails at those that a test names, after it has changed the document. */
final class FragileView {

    /** The collection. */
    static final String COLLECTION = "tallies";

    private final Set<LedgerEvent> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final View view = new View("tallies", List.of(projection()));

    /** The views of the advertising programme, and this one. */
    ViewGroup group(boolean undivided) {
        return new ViewGroup(
                ViewGroup.AD_PROGRAMME,
                Stream.concat(TestViews.GROUP.views().stream(), Stream.of(view)).toList(),
                undivided);
    }

    /** From here on it fails at an event, as the very same object. */
    void breakAt(LedgerEvent event) {
        broken.add(event);
    }

    /** From here on it fails at nothing. */
    void mend() {
        broken.clear();
    }

    private Projection<Tally> projection() {
        Projection.Builder<Tally> tallies = Projection.into(COLLECTION, new Form());
        EventTypes.all().values().stream()
                .filter(type -> TestViews.GROUP.interests().containsKey(type))
                .forEach(type -> tallies.on(
                        type.asSubclass(LedgerEvent.class),
                        FragileView::channelOf,
                        (tally, event) -> count(tally, event)));
        return tallies.build();
    }

    private static String channelOf(LedgerEvent event) {
        String stream = TestLedger.streamOf(event).toString();
        return ChannelOfEvent.channelOf(new GenericDomainEventMessage<>("", stream, 0, event));
    }

    private boolean count(Tally tally, LedgerEvent event) {
        tally.count++;
        if (broken.contains(event)) {
            throw new ArithmeticException("one more than can be counted");
        }
        return true;
    }

    /** How many events there were. */
    static final class Tally extends ViewDocument {

        private long count;

        Tally(String id) {
            super(id);
        }
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<Tally> {

        @Override
        public Class<Tally> type() {
            return Tally.class;
        }

        @Override
        public Tally blank(String id) {
            return new Tally(id);
        }

        @Override
        public void write(BsonWriter writer, Tally tally) {
            writer.writeInt64("count", tally.count);
        }

        @Override
        public void read(BsonReader reader, String field, Tally tally) {
            tally.count = reader.readInt64();
        }
    }
}
