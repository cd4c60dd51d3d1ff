package dev.creatorledger.command.window;

import dev.creatorledger.command.channel.HourTerms;
import dev.creatorledger.command.config.CallerMetadata;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.RootUnit;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.AppendTurn;
import dev.creatorledger.platform.store.Appended;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the booking lane stores: each method is one root unit of work, one append, one commit. */
final class BookingCommits {

    private static final Logger LOG = LoggerFactory.getLogger(BookingCommits.class);
    private static final String BATCH = "ImpressionBatch";

    private final Windows windows;
    private final EventStore eventStore;
    private final StoredEvents storedEvents;
    private final TransactionManager transactions;
    private final CallerMetadata metadata = new CallerMetadata();
    private final BatchKeys batchKeys;
    private final AppendTurn turn;

    BookingCommits(
            Windows windows,
            EventStore eventStore,
            StoredEvents storedEvents,
            TransactionManager transactions,
            BatchKeys batchKeys,
            AppendTurn turn) {
        this.windows = windows;
        this.eventStore = eventStore;
        this.storedEvents = storedEvents;
        this.transactions = transactions;
        this.batchKeys = batchKeys;
        this.turn = turn;
    }

    /** Opens windows, each for the part that needs it first, on the terms of its hour. */
    void open(Map<WindowId, Part> openedBy, Map<WindowId, HourTerms> terms) {
        if (openedBy.isEmpty()) {
            return;
        }
        commit(cause -> {
            Set<WindowId> openedByOthers = windows.existing(openedBy.keySet());
            for (Map.Entry<WindowId, Part> each : openedBy.entrySet()) {
                if (!openedByOthers.contains(each.getKey())) {
                    Batch batch = each.getValue().batch();
                    OpenWindow command = open(each.getKey(), terms, batch.backfillId());
                    cause.is(message(command, batch.context()));
                    windows.open(command);
                }
            }
        });
    }

    private static OpenWindow open(WindowId windowId, Map<WindowId, HourTerms> terms, @Nullable BackfillId backfillId) {
        HourTerms hour = terms.get(windowId);
        if (hour == null) {
            throw new IllegalArgumentException("a window is opened on the terms of its hour");
        }
        return new OpenWindow(windowId, hour.shareBps(), hour.policyVersion(), backfillId);
    }

    /**
     * Books the parts of batches, batch after batch, and a summary of what each batch has not booked.
     *
     * @return a position at which all of it is stored
     */
    long book(List<Batch> group, List<Part> parts) {
        return commit(cause -> {
            windows.load(parts.stream().map(Part::windowId).toList());
            for (Part part : parts) {
                book(part, cause);
            }
            for (Batch batch : group) {
                setAside(batch, cause);
            }
        });
    }

    private void book(Part part, Cause cause) throws Exception {
        Batch batch = part.batch();
        CommandMessage<BookImpressions> command =
                message(new BookImpressions(part.windowId(), batch.backfillId(), part.impressions()), batch.context());
        cause.is(command);
        List<Outcome> outcomes = batch.trace().within(() -> windows.book(part.windowId(), command));
        for (int i = 0; i < outcomes.size(); i++) {
            batch.outcomes()[part.indexes().get(i)] = outcomes.get(i);
        }
    }

    private void setAside(Batch batch, Cause cause) {
        List<ImpressionsSetAside> summaries = SetAside.of(batch, batchKeys::next);
        if (!summaries.isEmpty()) {
            cause.is(message(summaries, batch.context()));
            List<GenericDomainEventMessage<ImpressionsSetAside>> events = summaries.stream()
                    .map(summary -> new GenericDomainEventMessage<>(
                            BATCH, summary.batchId().toString(), 0, summary))
                    .toList();
            batch.trace().within(() -> {
                eventStore.publish(events);
                return events;
            });
        }
    }

    /**
     * Seals those of the windows whose time has come.
     *
     * @param closedBackfill the closed backfill they belong to; {@code null}: to the ordinary course
     */
    SealedWindows seal(List<WindowId> due, @Nullable BackfillId closedBackfill, CallContext context) {
        List<WindowTotals> totals = new ArrayList<>();
        long position = commit(cause -> {
            totals.clear();
            windows.load(due);
            for (WindowId windowId : due) {
                CommandMessage<SealWindow> command = message(new SealWindow(windowId, closedBackfill), context);
                cause.is(command);
                Optional<WindowTotals> sealed = windows.seal(windowId, command);
                sealed.ifPresent(totals::add);
            }
        });
        return new SealedWindows(totals, position);
    }

    /** Brings a window into memory; stores nothing. */
    void keep(WindowId windowId) {
        commit(cause -> windows.load(List.of(windowId)));
    }

    /**
     * Commits some work. Where another node was first, it is decided anew, after that one and before anybody else: this
     * thread holds nothing that a command waits for, so it may have all others wait for it. A store in which nobody can
     * be kept waiting lets others be first again and again; as often as a command does, this thread comes again.
     */
    private long commit(Work work) {
        Work inTurn = cause -> {
            turn.takeTurn();
            work.within(cause);
        };
        for (int attempt = 1; ; attempt++) {
            try {
                return commitOnce(attempt == 1 ? work : inTurn);
            } catch (ConcurrencyException e) {
                if (attempt == Commands.ATTEMPTS) {
                    throw e;
                }
                LOG.debug("Another node was first; it is decided anew", e);
            }
        }
    }

    private long commitOnce(Work work) {
        Cause cause = new Cause();
        UnitOfWork<CommandMessage<?>> root = RootUnit.start(new GenericCommandMessage<>("booking"), transactions);
        root.registerCorrelationDataProvider(message -> cause.metadata);
        RootUnit.runUnchecked(root, () -> {
            work.within(cause);
            return cause;
        });
        long position = Appended.in(root).lastPosition();
        return position == 0 ? storedEvents.head() : position;
    }

    private static <C> CommandMessage<C> message(C command, CallContext context) {
        return new GenericCommandMessage<>(command, context.metaData(command));
    }

    /** The command that is being carried out: it goes into the metadata of every event that follows from it (U1). */
    private final class Cause {
        private Map<String, ?> metadata = Map.of();

        void is(CommandMessage<?> command) {
            metadata = BookingCommits.this.metadata.correlationDataFor(command);
        }
    }

    @FunctionalInterface
    private interface Work {
        void within(Cause cause) throws Exception;
    }
}
