package dev.creatorledger.standalone.e2e;

import dev.creatorledger.standalone.ServiceJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code ledger up} in a process of its own: on a data folder of the test's, or on the servers that the environment names
 * ({@link SharedStores#areNamed()}).
 */
final class RunningLedger implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final Path data;
    private final URI address;
    private final ConcurrentLinkedQueue<String> output;

    private RunningLedger(Process process, Path data, URI address, ConcurrentLinkedQueue<String> output) {
        this.process = process;
        this.data = data;
        this.address = address;
        this.output = output;
    }

    /** Starts on the machine's clock and waits until it says that it is ready. */
    static RunningLedger start(Path data) {
        return start(data, "");
    }

    /** Starts with the service's clock moved ({@code LEDGER_CLOCK_OFFSET}, ISO 8601). */
    static RunningLedger start(Path data, String clockOffset) {
        return start(data, clockOffset, false);
    }

    /** Starts a service that finds the tests' own classes too, such as an upcaster. */
    static RunningLedger startWithTestClasses(Path data) {
        return start(data, "", true);
    }

    private static RunningLedger start(Path data, String clockOffset, boolean testClasses) {
        // It lives for seconds: it is ready sooner where nothing is compiled for a long life.
        ProcessBuilder builder =
                new ProcessBuilder(ServiceJvm.command("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        builder.command().addAll(List.of("dev.creatorledger.standalone.Ledger", "up", "--port", "0"));
        if (testClasses) {
            ServiceJvm.addTestClasses(builder.command());
        }
        if (SharedStores.areNamed()) {
            SharedStores stores = SharedStores.of(data);
            builder.command().addAll(List.of("--mode", stores.mode()));
            builder.environment().putAll(stores.bothSides());
        } else {
            builder.command().addAll(List.of("--data", data.toString()));
        }
        if (!clockOffset.isEmpty()) {
            builder.environment().put("LEDGER_CLOCK_OFFSET", clockOffset);
        }
        // A setting, so that a test of large windows need not fill one.
        builder.environment().put("LEDGER_LARGE_WINDOWS_FROM", "1000");
        // So that a turn takes many commits without many members.
        builder.environment().put("LEDGER_MEMBERSHIPS_PAGE", "10");
        // So that no test waits long for a figure.
        builder.environment().put("LEDGER_METRICS_EVERY", "500ms");
        try {
            return waitUntilReady(ServiceJvm.start(builder.redirectErrorStream(true)), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningLedger waitUntilReady(Process process, Path data) {
        ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, output, ready), "ledger-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new RunningLedger(process, data, ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS), output);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException("not ready; it said:\n" + String.join("\n", output), e);
        }
    }

    private static void read(Process process, ConcurrentLinkedQueue<String> output, CompletableFuture<URI> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            output.add("output ended: " + e.getMessage());
        }
        ready.completeExceptionally(new IllegalStateException("the process ended"));
    }

    /** A client with the token of a role from {@code tokens.json}. */
    Api as(String role) {
        return new Api(address, token(role));
    }

    /** The token of a role from {@code tokens.json}. */
    String token(String role) {
        try {
            String tokens = Files.readString(data.resolve("tokens.json"), StandardCharsets.UTF_8);
            return Api.JSON.readTree(tokens).path(role).asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    /** A client with any token, or with none if it is empty. */
    Api with(String token) {
        return new Api(address, token);
    }

    /** Everything it printed so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** Ends it as an operator would, and waits until it is gone. */
    int stop() {
        process.destroy();
        return await();
    }

    /** Ends it and everything it started without a word, as a power cut would. */
    void kill() {
        List<ProcessHandle> tree = databaseServer();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        await();
        tree.forEach(handle -> handle.onExit().join());
    }

    /** Ends only the service's own process, so that its database server is left behind. */
    void killAlone() {
        process.destroyForcibly();
        await();
    }

    /** Ends the database server alone, and waits until it is gone. */
    void killDatabase() {
        List<ProcessHandle> server = databaseServer();
        server.forEach(ProcessHandle::destroyForcibly);
        server.forEach(handle -> handle.onExit().join());
    }

    /** Its database, as somebody could open it who has the machine, with the password that the service keeps. */
    Connection database() throws IOException, SQLException {
        List<String> server = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.get(3) + "/postgres", "postgres", password);
    }

    /** The service's own database server and its children: it is no child of the service's, so its own file names it. */
    private List<ProcessHandle> databaseServer() {
        if (SharedStores.areNamed()) {
            return List.of();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("did not end; it said:\n" + String.join("\n", output));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
