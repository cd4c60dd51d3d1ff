package dev.creatorledger.platform.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a node's name for one process at a time: who has the name takes over the claims and the reservations that were
 * made under it. A lock of a session of PostgreSQL, so it is free as soon as the process is gone.
 */
public final class NodeLock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLock.class);

    /** Before anything that claims. */
    private static final int PHASE = -1_000;

    /** A process that was killed a moment ago may still seem to be there. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final long CHECK_SECONDS = 5;
    private static final int ANSWER_SECONDS = 3;
    private static final String TRY = "SELECT pg_try_advisory_lock(?, hashtext(?))";

    private final DataSource dataSource;
    private final int kind;
    private final String name;
    private final Duration patience;
    private @Nullable Connection session;
    private @Nullable ScheduledExecutorService watch;

    /**
     * The name of a node.
     *
     * @param kind tells the nodes of one side from those of the other
     */
    public NodeLock(DataSource dataSource, int kind, String name) {
        this(dataSource, kind, name, PATIENCE);
    }

    NodeLock(DataSource dataSource, int kind, String name, Duration patience) {
        this.dataSource = dataSource;
        this.kind = kind;
        this.name = name;
        this.patience = patience;
    }

    /**
     * Takes the name.
     *
     * @throws StartRefused if another process has it
     */
    @Override
    public synchronized void start() {
        long until = System.nanoTime() + patience.toNanos();
        while (!take()) {
            if (System.nanoTime() - until >= 0) {
                throw new StartRefused(List.of(
                        "another process runs under the name " + name + ": give each node a name of its own, or none"));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "node-name");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> looks =
                timer.scheduleWithFixedDelay(this::keep, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        LOG.debug("The name {} is kept: {}", name, looks);
        watch = timer;
    }

    /** The name goes with the session, and comes back with the database. */
    synchronized void keep() {
        try {
            Connection held = session;
            if (held != null && held.isValid(ANSWER_SECONDS)) {
                return;
            }
            release();
            if (!take()) {
                LOG.error("Another process has taken the name {} while the database was away", name);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The name {} cannot be kept while the database is away", name, e);
        }
    }

    private boolean take() {
        try {
            Connection connection = dataSource.getConnection();
            if (locked(connection)) {
                session = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("the name " + name + " cannot be taken", e);
        }
    }

    private boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setInt(1, kind);
            statement.setString(2, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void release() {
        Connection held = session;
        session = null;
        if (held != null) {
            try (held;
                    PreparedStatement unlock = held.prepareStatement("SELECT pg_advisory_unlock_all()")) {
                unlock.execute();
            } catch (SQLException e) {
                LOG.debug("The session of the name {} is gone", name, e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService timer = watch;
        watch = null;
        if (timer != null) {
            timer.shutdownNow();
        }
        release();
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
