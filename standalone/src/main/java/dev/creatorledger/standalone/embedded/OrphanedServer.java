package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server whose service was killed: it lives on, and is stopped before another starts on its files. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final long STOP_LIMIT_SECONDS = 60;

    private OrphanedServer() {}

    /** Stops the server of a cluster if one is running; the caller holds the data folder. */
    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> server = of(cluster);
        if (server.isEmpty()) {
            return;
        }
        LOG.info("Stopping the database server that a killed service left behind");
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

    private static Optional<ProcessHandle> of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        // The first line is the process, the second its data directory; a number may be another process's by now.
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !Files.isSameFile(cluster, Path.of(lines.get(1)))) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }
}
