package dev.creatorledger.command;

import dev.creatorledger.platform.store.Appended;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Events in memory, with positions counted from 1, and the size of every append. */
final class EventsInMemory extends InMemoryEventStorageEngine {

    private final List<EventMessage<?>> all = new CopyOnWriteArrayList<>();
    private final List<Integer> appends = new CopyOnWriteArrayList<>();

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        super.appendEvents(events);
        all.addAll(events);
        appends.add(events.size());
        Appended.in(CurrentUnitOfWork.get()).upTo(all.size());
    }

    /** The position of the newest event. */
    long head() {
        return all.size();
    }

    /** The payloads after a position. */
    List<Object> since(long position) {
        return all.subList((int) position, all.size()).stream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    /** How many events the newest append had. */
    int lastAppend() {
        return appends.get(appends.size() - 1);
    }

    /** What the newest event says of its cause. */
    Map<String, Object> lastMetaData() {
        return all.get(all.size() - 1).getMetaData();
    }
}
