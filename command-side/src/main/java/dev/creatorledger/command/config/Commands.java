package dev.creatorledger.command.config;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.AppendTooLarge;
import dev.creatorledger.platform.store.Appended;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.web.CallContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;

/**
 * The one door through which commands are sent: each in a unit of work and a commit of its own, on the caller's
 * thread.
 */
public final class Commands {

    /** How often a command that lost a race is decided in all; with several nodes every loss is another one's gain. */
    public static final int ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final StoredEvents events;
    private final StreamHeads heads;

    /** Sends over a bus that handles on the calling thread. */
    public Commands(CommandBus bus, TransactionManager transactions, StoredEvents events, StreamHeads heads) {
        this.bus = bus;
        this.transactions = transactions;
        this.events = events;
        this.heads = heads;
    }

    /**
     * Carries out a command and returns when its events are stored.
     *
     * @param target the stream that the answer tells the version of
     * @throws Refusal if the command is refused, {@code NOT_FOUND} if its aggregate does not exist, {@code
     *     UNAVAILABLE} if it lost every race
     */
    public Stored execute(Object command, StreamId target, CallContext context) {
        return execute(command, answer -> List.of(), target, context);
    }

    /**
     * Carries out a command and what follows from its handler's answer, all in one commit or not at all.
     *
     * @param following the commands that follow
     * @param target the stream that the answer tells the version of
     * @throws Refusal as {@link #execute(Object, StreamId, CallContext)}
     */
    @SuppressWarnings("unchecked") // the handler of a command and its sender agree on the answer's type
    public <A> Stored execute(
            Object command, Function<A, List<Object>> following, StreamId target, CallContext context) {
        return deciding(() -> {
            UnitOfWork<?> root = RootUnit.start(message(command, context), transactions);
            StreamVersions versions = StreamVersions.in(root);
            RootUnit.run(root, () -> {
                A answer = (A) dispatch(command, context);
                for (Object next : following.apply(answer)) {
                    dispatch(next, context);
                }
                return answer;
            });
            return stored(target, versions, Appended.in(root).lastPosition());
        });
    }

    /** Sends commands within one unit of work; what they come to is stored together. */
    @FunctionalInterface
    public interface Together {

        /**
         * Sends a command, and gives what its handler answers.
         *
         * @throws Refusal if it is refused: let through, it ends the whole unit of work
         */
        // The handler of a command and its sender agree on the answer's type.
        @SuppressWarnings("TypeParameterUnusedInFormals")
        <R> R send(Object command);

        /** Sends commands, one after the other, that follow from an answer. */
        default void sendAll(List<Object> commands) {
            commands.forEach(this::send);
        }

        /** Tells which streams are about to be begun, so that those that are new are found at once and not one by one. */
        default void begin(Collection<? extends StreamId> streams) {}
    }

    /**
     * Carries out several commands that build on each other's answers, all in one commit or not at all. Work that lost
     * a race is done anew from its beginning.
     *
     * @param about what the log and the metadata name: the first or the most important of the commands
     * @param target the stream that the answer tells the version of
     * @throws Refusal as {@link #execute(Object, StreamId, CallContext)}
     */
    public Stored together(Object about, StreamId target, CallContext context, Consumer<Together> work) {
        return deciding(() -> {
            UnitOfWork<?> root = RootUnit.start(message(about, context), transactions);
            StreamVersions versions = StreamVersions.in(root);
            RootUnit.run(root, () -> {
                work.accept(sending(context));
                return about;
            });
            return stored(target, versions, Appended.in(root).lastPosition());
        });
    }

    private Together sending(CallContext context) {
        return new Together() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface says
            public <R> R send(Object command) {
                return (R) RootUnit.unchecked(() -> dispatch(command, context));
            }

            @Override
            public void begin(Collection<? extends StreamId> streams) {
                Set<String> absent =
                        streams.stream().map(StreamId::toString).collect(Collectors.toCollection(HashSet::new));
                absent.removeAll(heads.lastSequences(Set.copyOf(absent)).keySet());
                AbsentStreams.note(CurrentUnitOfWork.get().root(), absent);
            }
        };
    }

    /**
     * Carries out many commands in one commit, all or none.
     *
     * @return a position at which all of it is stored
     * @throws Refusal if one of them is refused, as {@link #execute(Object, StreamId, CallContext)}
     */
    public long executeAll(List<?> commands, CallContext context) {
        return deciding(() -> {
            UnitOfWork<?> root = RootUnit.start(message(commands, context), transactions);
            RootUnit.run(root, () -> {
                for (Object command : commands) {
                    dispatch(command, context);
                }
                return commands;
            });
            long position = Appended.in(root).lastPosition();
            return position == 0 ? events.head() : position;
        });
    }

    /**
     * Asks an aggregate a question that changes nothing.
     *
     * @throws Refusal if it cannot be answered, {@code NOT_FOUND} if the aggregate does not exist
     */
    // The handler of a question and its asker agree on the answer's type.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <R> R ask(Object question, CallContext context) {
        return (R) deciding(() -> dispatch(question, context));
    }

    private Stored stored(StreamId target, StreamVersions versions, long position) {
        String stream = target.toString();
        OptionalLong version = versions.last(stream);
        if (version.isPresent()) {
            return new Stored(target.value(), version.getAsLong(), position, versions.began(stream));
        }
        Long last = heads.lastSequences(List.of(stream)).get(stream);
        return new Stored(target.value(), last == null ? -1 : last, position == 0 ? events.head() : position, false);
    }

    private static <R> R deciding(Callable<R> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                return RootUnit.unchecked(decision);
            } catch (ConcurrencyException | DeadlockException e) {
                if (attempt == ATTEMPTS) {
                    throw new Refusal(
                            ErrorCode.UNAVAILABLE, "Others changed the same thing at the same time; try again.");
                }
            } catch (AppendTooLarge e) {
                LOG.warn("A command has more events than fit into one append", e);
                throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "This is more than is stored at once; send less.");
            } catch (EventStoreException | TransactionException e) {
                LOG.error("A command could not be stored", e);
                throw new Refusal(ErrorCode.UNAVAILABLE, "The store does not answer; try again.");
            } catch (AggregateNotFoundException e) {
                throw new Refusal(ErrorCode.NOT_FOUND, "There is nothing of this name.");
            }
        }
    }

    private Object dispatch(Object command, CallContext context) throws Exception {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(message(command, context), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw RootUnit.cause(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static CommandMessage<Object> message(Object command, CallContext context) {
        return new GenericCommandMessage<>(command, context.metaData(command));
    }
}
