package dev.creatorledger.benchmarks.system;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service in a process of its own, started by {@code ./ledger up}, whose script becomes the service. */
public final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration ASK_EVERY = Duration.ofMillis(20);

    /** The service's own setting; in another mode than the embedded one the settings name its stores. */
    private static final String MODE = System.getenv().getOrDefault("LEDGER_MODE", "embedded");

    private static final String EMBEDDED = "embedded";

    private final Process process;
    private final URI address;
    private final Path dataFolder;
    private final Duration startedIn;

    private ServiceProcess(Process process, URI address, Path dataFolder, Duration startedIn) {
        this.process = process;
        this.address = address;
        this.dataFolder = dataFolder;
        this.startedIn = startedIn;
    }

    /**
     * Starts it and waits until it is ready; what it says goes to a file beside its data folder.
     *
     * @param ledger the script that starts it
     * @param heap its largest heap, as Java's {@code -Xmx} takes it
     */
    public static ServiceProcess start(Path ledger, String heap, Path dataFolder) {
        return start(ledger, heap, dataFolder, "");
    }

    /** Starts it with its clock moved, as {@code LEDGER_CLOCK_OFFSET} takes it. */
    static ServiceProcess start(Path ledger, String heap, Path dataFolder, String clockOffset) {
        try {
            int port = freePort();
            long begun = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(
                            ledger.toAbsolutePath().toString(),
                            "up",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            dataFolder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logOf(dataFolder)));
            builder.environment().put("LEDGER_JAVA_OPTIONS", "-Xmx" + heap);
            if (!ownsItsStores()) {
                // It has no tokens of its own there: it takes those of an issuer whose keys lie in the folder.
                Files.createDirectories(dataFolder);
                EmbeddedIssuer.of(dataFolder).writeTokens();
                builder.environment().put("LEDGER_SECURITY_KEYS", dataFolder.toString());
            }
            if (!clockOffset.isEmpty()) {
                builder.environment().put("LEDGER_CLOCK_OFFSET", clockOffset);
            }
            Process process = builder.start();
            URI address = URI.create("http://127.0.0.1:" + port);
            awaitReady(process, address, begun);
            return new ServiceProcess(process, address, dataFolder, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new BenchmarkException("the service cannot be started", e);
        }
    }

    /** Whether its stores are in its data folder; else the settings name them. */
    static boolean ownsItsStores() {
        return MODE.equals(EMBEDDED);
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Its number, as the operating system has it. */
    public long pid() {
        return process.pid();
    }

    /** Its data folder. */
    public Path dataFolder() {
        return dataFolder;
    }

    /** From the start of the process to the first answer that it is ready. */
    Duration startedIn() {
        return startedIn;
    }

    /** Ends it as an operator does, by SIGTERM. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it and its database server by SIGKILL, all at once. */
    public void kill() {
        List<ProcessHandle> tree = databaseServer();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        tree.forEach(handle -> handle.onExit().join());
    }

    /** The database server and its children: it is no child of the service's, so its own file names it. */
    private List<ProcessHandle> databaseServer() {
        try {
            String pid = Files.readAllLines(dataFolder.resolve("postgres/postmaster.pid"))
                    .get(0);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        } catch (IOException e) {
            throw new BenchmarkException("the database server is not found", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new BenchmarkException("the service does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static void awaitReady(Process process, URI address, long begun) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (System.nanoTime() - begun < READY_WITHIN.toNanos()) {
            if (!process.isAlive()) {
                throw new BenchmarkException("the service ended at once with exit code " + process.exitValue());
            }
            if (isUp(http, health)) {
                return;
            }
            pause();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new BenchmarkException("the service was not ready within " + READY_WITHIN);
    }

    private static boolean isUp(HttpClient http, HttpRequest health) {
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(ASK_EVERY.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static File logOf(Path dataFolder) {
        return dataFolder.resolveSibling(dataFolder.getFileName() + ".log").toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A folder for one service, below the run's own. */
    public static Path folder(Path run, String name) {
        try {
            return Files.createDirectories(run.resolve(name));
        } catch (IOException e) {
            throw new BenchmarkException("no folder for the data", e);
        }
    }
}
