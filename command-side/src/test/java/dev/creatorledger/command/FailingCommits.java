package dev.creatorledger.command;

import dev.creatorledger.platform.store.Appended;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions of which some that store events fail where it hurts most: at their commit. */
public final class FailingCommits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final AtomicInteger passing = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();

    FailingCommits(DataSource dataSource) {
        super(dataSource);
    }

    /** So many commits of events fail, after some that pass. */
    public void fail(int count, int afterPassing) {
        passing.set(afterPassing);
        failing.set(count);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (storesEvents() && failing.get() > 0 && passing.getAndDecrement() <= 0) {
            failing.getAndDecrement();
            try {
                ((JdbcTransactionObjectSupport) status.getTransaction())
                        .getConnectionHolder()
                        .getConnection()
                        .rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            throw new TransactionSystemException("the commit fails, as the test wants it");
        }
        super.doCommit(status);
    }

    private static boolean storesEvents() {
        return CurrentUnitOfWork.isStarted()
                && Appended.in(CurrentUnitOfWork.get()).lastPosition() > 0;
    }
}
