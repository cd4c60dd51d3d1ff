package dev.creatorledger.command.config;

import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Root units of work: what happens within one is stored in one append and one commit, or not at all. */
public final class RootUnit {

    private RootUnit() {}

    /** Starts one on this thread, with a transaction; {@link #run} must follow. */
    public static UnitOfWork<CommandMessage<?>> start(CommandMessage<?> message, TransactionManager transactions) {
        UnitOfWork<CommandMessage<?>> root = DefaultUnitOfWork.startAndGet(message);
        root.attachTransaction(transactions);
        return root;
    }

    /**
     * Does the work and commits, or rolls everything back and throws what went wrong.
     *
     * @return what the work returned, once it is stored
     */
    public static <R> R run(UnitOfWork<?> root, Callable<R> work) throws Exception {
        ResultMessage<R> result = root.executeWithResult(work, RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw cause(result.exceptionResult());
        }
        return result.getPayload();
    }

    /** As {@link #run}, for work that throws no checked exception of its own. */
    public static <R> R runUnchecked(UnitOfWork<?> root, Callable<R> work) {
        return unchecked(() -> run(root, work));
    }

    /** What a command's handler really threw. */
    static Exception cause(Throwable thrown) {
        Throwable cause = thrown instanceof CommandExecutionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        if (cause instanceof Error error) {
            throw error;
        }
        return (Exception) cause;
    }

    /** Calls, and lets no checked exception through: our handlers declare none. */
    static <R> R unchecked(Callable<R> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
