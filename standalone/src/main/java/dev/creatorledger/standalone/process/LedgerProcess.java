package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.web.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service, running in this process; it stops when it is closed or the process is told to end. */
public final class LedgerProcess implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ProcessOptions options;
    private final ServletWebServerApplicationContext application;

    private LedgerProcess(ProcessOptions options, ServletWebServerApplicationContext application) {
        this.options = options;
        this.application = application;
    }

    /**
     * Starts everything and waits until requests are taken, the views caught up.
     *
     * @throws StartFailure if something is in the way that the user can mend
     */
    public static LedgerProcess start(ProcessOptions options) {
        mustBeFree(options);
        // Before any of Axon's classes is loaded: nothing is asked for on the internet.
        System.setProperty("axon.update-check.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        try {
            LedgerProcess process = new LedgerProcess(options, run(options));
            process.awaitReady();
            return process;
        } catch (RuntimeException e) {
            StartFailure known = StartFailure.behind(e, options);
            throw known == null ? e : known;
        }
    }

    private static ServletWebServerApplicationContext run(ProcessOptions options) {
        SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        ApplicationContextInitializer<GenericApplicationContext> withOptions =
                context -> context.registerBean(ProcessOptions.class, () -> options);
        application.addInitializers(withOptions);
        application.setDefaultProperties(Map.of(
                "server.address", options.bind(),
                "server.port", options.port()));
        return (ServletWebServerApplicationContext) application.run();
    }

    /** Looks before the stores are started: a taken port is the likeliest failure, and is to be told at once. */
    private static void mustBeFree(ProcessOptions options) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        } catch (IOException e) {
            throw StartFailure.cannotListen(options, e);
        }
    }

    private void awaitReady() {
        Readiness readiness = application.getBean(Readiness.class);
        while (!readiness.reached()) {
            if (!application.isActive()) {
                throw new StartFailure("The service was stopped before it was ready");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Where it answers. */
    public URI address() {
        var server = application.getWebServer();
        if (server == null) {
            throw new IllegalStateException("the service does not listen");
        }
        return URI.create("http://" + options.bind() + ":" + server.getPort());
    }

    /** Where its data are. */
    public Path data() {
        return options.data();
    }

    /** Stops everything in order, the stores last. */
    @Override
    public void close() {
        application.close();
    }
}
