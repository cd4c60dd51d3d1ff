package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The questions that are asked of Axon Server, with its answers awaited. Positions are the ledger's, which begin at 1;
 * the server's tokens begin at 0.
 */
final class AxonServerStore {

    /** Somebody else has appended to one of the streams (Axon Server's list of error codes). */
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private static final long NOT_BEGUN = -1;

    /** What the server keeps free in a transaction for what it adds; a cluster sends a transaction as one message. */
    private static final int RESERVED_BYTES = 16 * 1_024;

    /** What a message costs within another one, at most. */
    private static final int FRAME_BYTES = 8;

    private final AxonServerConnector server;
    private final AxonServerSettings settings;

    AxonServerStore(AxonServerConnector server, AxonServerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** The newest position; 0 if there is none. */
    long head() {
        return answer(ask(() -> server.events().getLastToken()), settings.answerTimeout()) + 1;
    }

    /** The last sequence of each stream that exists: all are asked for at once. */
    Map<String, Long> lastSequences(Collection<String> streams) {
        Map<String, CompletableFuture<Long>> asked = new HashMap<>();
        streams.forEach(stream ->
                asked.computeIfAbsent(stream, name -> ask(() -> server.events().findHighestSequence(name))));
        Map<String, Long> heads = new HashMap<>();
        asked.forEach((stream, future) -> {
            long last = answer(future, settings.answerTimeout());
            if (last != NOT_BEGUN) {
                heads.put(stream, last);
            }
        });
        return heads;
    }

    /** Hands over what stands between two positions, none of them above the head. */
    void read(long after, long upTo, Consumer<EventWithToken> each) {
        if (after >= upTo) {
            return;
        }
        try (EventStream events = ask(() -> server.events().openStream(after - 1, settings.permits()))) {
            for (long position = after + 1; position <= upTo; position++) {
                each.accept(next(events, position));
            }
        }
    }

    private EventWithToken next(EventStream events, long position) {
        EventWithToken event;
        try {
            event = events.nextIfAvailable(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (RuntimeException e) {
            throw failed(e);
        }
        if (event == null) {
            throw new EventStoreException(
                    "Axon Server sends no events", events.getError().orElse(null));
        }
        if (event.getToken() + 1 != position) {
            throw new EventStoreException("Axon Server left out what follows position " + (position - 1));
        }
        return event;
    }

    /** The events of a stream from a sequence on, at most so many. */
    List<Event> stream(String stream, long first, int limit) {
        AggregateEventStream events = ask(() -> server.events().openAggregateStream(stream, first));
        List<Event> found = new ArrayList<>();
        try {
            while (found.size() < limit && events.hasNext()) {
                found.add(events.next());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (RuntimeException e) {
            throw failed(e);
        } finally {
            events.cancel();
        }
        return found;
    }

    /**
     * Stores all of them or none.
     *
     * @throws AppendTooLarge if they are more than a transaction holds; the server has not been told of them
     * @throws ConcurrencyException if one of the streams does not end where its events begin
     * @throws EventStoreException if it is not known whether they are stored, or known that they are not
     */
    void append(List<Event> events) {
        requireRoom(events);
        AppendEventsTransaction transaction = ask(() -> server.events().startAppendEventsTransaction());
        CompletableFuture<Confirmation> commit;
        try {
            events.forEach(transaction::appendEvent);
            commit = transaction.commit();
        } catch (RuntimeException e) {
            throw failed(e);
        }
        if (!answer(commit, settings.commitTimeout()).getSuccess()) {
            throw new EventStoreException("Axon Server did not store the events");
        }
    }

    /**
     * Has an event stored when a time has passed by the server's clock.
     *
     * @return what to cancel it by
     */
    String schedule(Duration after, Event event) {
        return answer(ask(() -> server.events().scheduleEvent(after, event)), settings.answerTimeout());
    }

    /** Does not have it stored after all, unless it has been. */
    void cancelSchedule(String token) {
        answer(ask(() -> server.events().cancelSchedule(token)), settings.answerTimeout());
    }

    private void requireRoom(List<Event> events) {
        long most = Math.max(0, settings.maxMessageSize().toBytes() - RESERVED_BYTES);
        long bytes = 0;
        for (Event event : events) {
            bytes += event.getSerializedSize() + FRAME_BYTES;
        }
        if (bytes > most) {
            throw new AppendTooLarge(bytes, most);
        }
    }

    private static <R> R ask(Question<R> question) {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private static <R> R answer(CompletableFuture<R> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException e) {
            throw new EventStoreException("Axon Server does not answer; what it was told may still be stored", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private static EventStoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EventStoreException("the service is about to stop", e);
    }

    private static RuntimeException failed(Throwable failure) {
        return INVALID_SEQUENCE.equals(code(failure))
                ? new ConcurrencyException("another writer was first: " + failure.getMessage(), failure)
                : new EventStoreException("Axon Server does not answer: " + failure.getMessage(), failure);
    }

    private static @Nullable String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AxonServerException refused) {
                return refused.getErrorCategory().errorCode();
            }
            if (cause instanceof StatusRuntimeException refused && refused.getTrailers() != null) {
                return refused.getTrailers().get(ERROR_CODE);
            }
        }
        return null;
    }

    @FunctionalInterface
    private interface Question<R> {
        R ask();
    }
}
