package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server of a cluster as a process of the machine: where the service was killed it lives on, and is
 * stopped before another starts on its files.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final long STOP_LIMIT_SECONDS = 60;
    private static final long DYING_LIMIT_SECONDS = 5;
    private static final String PID_FILE = "postmaster.pid";
    private static final String SERVER = "postgres";

    private ServerProcess() {}

    /** Stops what a killed service left behind; the caller holds the data folder. */
    static void clearOrphan(Path cluster) throws IOException {
        List<String> lines = pidFile(cluster);
        Optional<ProcessHandle> named = process(lines);
        if (named.isEmpty()) {
            return; // PostgreSQL sees itself that the process is gone
        }
        if (serves(named.get(), cluster, lines)) {
            LOG.info("Stopping the database server that a killed service left behind");
            stop(cluster);
        } else if (isKnown(named.get().info()) || hasEnded(named.get())) {
            // After a restart of the machine the number is another process's, and PostgreSQL would never start again.
            LOG.info("Removing the trace of a database server that is gone");
            Files.deleteIfExists(cluster.resolve(PID_FILE));
        }
    }

    /** Whether a process of which nothing can be told is one that was killed: still going, or not yet collected. */
    private static boolean hasEnded(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(DYING_LIMIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return isZombie(process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the process " + process.pid() + " ends", e);
        } catch (ExecutionException e) {
            throw new IOException("the end of the process " + process.pid() + " cannot be awaited", e);
        }
    }

    /** Whether the process has ended and its parent has not asked how: Linux keeps its number, and no file of it. */
    private static boolean isZombie(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isReadable(status)) {
            return false;
        }
        String line = Files.readString(status);
        return line.startsWith("Z", line.lastIndexOf(')') + 2);
    }

    /** Stops the server of a cluster, if one is running, and waits until it is gone. */
    static void stop(Path cluster) throws IOException {
        List<String> lines = pidFile(cluster);
        Optional<ProcessHandle> server = process(lines);
        if (server.isEmpty() || !serves(server.get(), cluster, lines)) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown: sessions are cut, what is committed is written.
        Process kill =
                new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
        try {
            kill.waitFor();
            server.get().onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database server of " + cluster + " stops", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the database server of " + cluster + " does not stop", e);
        }
    }

    /** The lines of the file: first the process, then its data directory as it was told; empty if nothing runs. */
    private static List<String> pidFile(Path cluster) throws IOException {
        Path file = cluster.resolve(PID_FILE);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() < 2 ? List.of() : lines;
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** Whether it is a PostgreSQL, and of this very cluster: another folder's may have got the same number. */
    private static boolean serves(ProcessHandle process, Path cluster, List<String> lines) throws IOException {
        Path directory = Path.of(lines.get(1));
        // A folder that was moved is still its own; one that was copied while in use is not the first one's.
        boolean own = !Files.exists(directory) || Files.isSameFile(directory, cluster);
        return own
                && process.info().command().orElse("").endsWith(SERVER)
                && arguments(process.info()).contains(lines.get(1));
    }

    private static boolean isKnown(ProcessHandle.Info info) {
        return info.command().isPresent()
                && (!info.command().get().endsWith(SERVER) || info.arguments().isPresent());
    }

    private static List<String> arguments(ProcessHandle.Info info) {
        return Arrays.asList(info.arguments().orElse(new String[0]));
    }
}
