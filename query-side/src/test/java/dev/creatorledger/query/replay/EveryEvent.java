package dev.creatorledger.query.replay;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.contract.SampleEvents;
import java.util.List;
import java.util.TreeMap;

/** An event of every type that is stored, some of them in several forms. */
final class EveryEvent {

    private EveryEvent() {}

    /** What is begun first, then what happens to it. */
    static List<LedgerEvent> once() {
        TreeMap<Integer, List<LedgerEvent>> inOrder = new TreeMap<>();
        SampleEvents.byName()
                .forEach((name, samples) ->
                        inOrder.merge(rank(name), samples, (some, more) -> java.util.stream.Stream.of(some, more)
                                .flatMap(List::stream)
                                .toList()));
        return inOrder.values().stream().flatMap(List::stream).toList();
    }

    private static int rank(String name) {
        return name.matches(".*(Registered|Requested|Started)") ? 0 : name.endsWith("Held") ? 1 : 2;
    }
}
