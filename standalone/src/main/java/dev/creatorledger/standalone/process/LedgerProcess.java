package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.start.Settings;
import dev.creatorledger.platform.web.Readiness;
import dev.creatorledger.standalone.embedded.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service, running in this process; it stops when it is closed or the process is told to end. */
public final class LedgerProcess implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ProcessOptions options;
    private final Stores stores;
    private final ServletWebServerApplicationContext application;

    private LedgerProcess(ProcessOptions options, Stores stores, ServletWebServerApplicationContext application) {
        this.options = options;
        this.stores = stores;
        this.application = application;
    }

    /**
     * Starts everything and waits until requests are taken, the views caught up.
     *
     * @throws StartFailure if something is in the way that the user can mend
     */
    public static LedgerProcess start(ProcessOptions options) {
        return start(options, context -> {});
    }

    /** Starts with a change to what it is made of. */
    static LedgerProcess start(
            ProcessOptions options, ApplicationContextInitializer<GenericApplicationContext> change) {
        // Before any of Axon's classes is loaded: nothing is asked for on the internet.
        System.setProperty("axon.update-check.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        try {
            EmbeddedIssuer issuer = EmbeddedIssuer.of(options.data());
            DataFolder folder = DataFolder.hold(options.data());
            try {
                mustBeFree(options);
                issuer.writeTokens();
                return start(options, issuer, Stores.start(folder), change);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw StartFailure.behind(e, options);
        }
    }

    private static LedgerProcess start(
            ProcessOptions options,
            EmbeddedIssuer issuer,
            Stores stores,
            ApplicationContextInitializer<GenericApplicationContext> change) {
        try {
            // Called when the process is told to end, after the application has been closed.
            SpringApplication.getShutdownHandlers().add(stores::close);
            LedgerProcess process = new LedgerProcess(options, stores, run(options, stores, issuer, change));
            process.awaitReady();
            return process;
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    private static ServletWebServerApplicationContext run(
            ProcessOptions options,
            Stores stores,
            EmbeddedIssuer issuer,
            ApplicationContextInitializer<GenericApplicationContext> change) {
        SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        ApplicationContextInitializer<GenericApplicationContext> withIssuer =
                context -> context.registerBean(EmbeddedIssuer.class, () -> issuer);
        application.addInitializers(LedgerProcess::keepItsOwnEvents, withIssuer, change);
        Map<String, Object> settings = new HashMap<>(stores.settings());
        settings.put("spring.application.name", "creator-ledger");
        settings.put("server.address", options.bind());
        settings.put("server.port", options.port());
        application.setDefaultProperties(settings);
        return (ServletWebServerApplicationContext) application.run();
    }

    /** An Axon Server that the settings name is not passed over in silence. */
    private static void keepItsOwnEvents(ConfigurableApplicationContext context) {
        AxonServerSettings named = Settings.of(context.getEnvironment(), AxonServerSettings.class);
        if (!named.servers().isEmpty()) {
            throw new StartFailure("Mode embedded keeps its events itself, but ledger.axonserver.servers names an Axon"
                    + " Server: start with --mode axonserver, or do not set it");
        }
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

    /** What it is made of, for tests of the wiring. */
    ApplicationContext application() {
        return application;
    }

    /** Where its data are. */
    public Path data() {
        return options.data();
    }

    /** Stops everything in order, the stores last. */
    @Override
    public void close() {
        try {
            application.close();
        } finally {
            stores.close();
        }
    }
}
