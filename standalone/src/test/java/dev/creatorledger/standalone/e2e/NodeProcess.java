package dev.creatorledger.standalone.e2e;

import dev.creatorledger.standalone.ServiceJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node of a side, in a process of its own on a port that stays the same; it can be killed and started again. */
final class NodeProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String READY = " is ready at ";

    private final String mainClass;
    private final Map<String, String> settings;
    private final int port;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private Process process;
    private CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private NodeProcess(String mainClass, Map<String, String> settings, int port) {
        this.mainClass = mainClass;
        this.settings = settings;
        this.port = port;
        this.process = begin();
    }

    /** Starts a node; it may still be starting. */
    static NodeProcess start(String mainClass, Map<String, String> settings) {
        return new NodeProcess(mainClass, settings, freePort());
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin() {
        List<String> command = ServiceJvm.command("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        command.addAll(List.of(mainClass, "--server.port=" + port, "--server.address=127.0.0.1"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
        builder.environment().putAll(settings);
        CompletableFuture<Boolean> nowReady = new CompletableFuture<>();
        ready = nowReady;
        try {
            Process begun = builder.start();
            Thread reader = new Thread(() -> read(begun, nowReady), "node-output");
            reader.setDaemon(true);
            reader.start();
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Process begun, CompletableFuture<Boolean> nowReady) {
        try (BufferedReader lines = begun.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains(READY)) {
                    nowReady.complete(true);
                }
            }
        } catch (IOException e) {
            output.add("output ended: " + e.getMessage());
        }
        nowReady.complete(false);
    }

    /** Waits until it says that it is ready. */
    NodeProcess awaitReady() {
        try {
            if (ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return this;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            output.add("not ready: " + e);
        }
        throw new IllegalStateException("not ready; it said:\n" + String.join("\n", output));
    }

    /** Waits for its end, and gives its exit code. */
    int awaitEnd() {
        try {
            if (process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                ready.join();
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("did not end; it said:\n" + String.join("\n", output));
    }

    /** Ends it without a word, and starts it again. */
    void killAndStartAgain() {
        process.destroyForcibly().onExit().join();
        process = begin();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Everything it printed so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
