package dev.creatorledger.standalone.load;

import static org.awaitility.Awaitility.await;

import dev.creatorledger.standalone.ServiceJvm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The whole service as {@code ledger up} runs it, in a process of its own with a heap of 1 GiB. */
final class ServiceOfItsOwn {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;
    private final String token;
    private final LedgerClient client;

    private ServiceOfItsOwn(Process process, URI address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
        client = new LedgerClient(address, token, Patience.ofOneMinute());
    }

    /** Starts it on a data folder and waits until it is ready. */
    static ServiceOfItsOwn start(Path data) throws IOException {
        int port = freePort();
        List<String> command = ServiceJvm.command("-Xmx1g");
        command.addAll(List.of("dev.creatorledger.standalone.Ledger", "up"));
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("service.log").toFile())
                .start();
        URI address = URI.create("http://127.0.0.1:" + port);
        try {
            await().atMost(READY_WITHIN).ignoreExceptions().until(() -> isUp(address));
            return new ServiceOfItsOwn(process, address, Tokens.admin(data));
        } catch (ConditionTimeoutException notReady) {
            process.destroy();
            throw new AssertionError(Files.readString(data.resolveSibling("service.log")), notReady);
        }
    }

    private static boolean isUp(URI address) throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) address.resolve("/actuator/health").toURL().openConnection();
        return health.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    /** A token for everything. */
    String token() {
        return token;
    }

    /** A client that may do everything. */
    LedgerClient client() {
        return client;
    }

    /** Ends it by SIGTERM, as an operator does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("SIGTERM did not end the service");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
