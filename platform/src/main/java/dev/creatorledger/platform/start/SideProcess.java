package dev.creatorledger.platform.start;

import dev.creatorledger.platform.person.MasterKeyException;
import dev.creatorledger.platform.web.Readiness;
import java.io.PrintStream;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Runs a side of the service as the program of a process. */
public final class SideProcess {

    private static final int FAILED = 1;
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    private final Side side;

    private SideProcess(Side side) {
        this.side = side;
    }

    /** Runs until the process is told to end; ends it with 1, and a line for each reason, if it cannot start. */
    public static void main(Side side, String... arguments) {
        // Before any of Axon's classes is loaded: nothing is asked for on the internet.
        System.setProperty("axon.update-check.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SideProcess process = new SideProcess(side);
        try {
            process.announce(process.run(arguments), System.out);
        } catch (RuntimeException e) {
            process.report(e, System.err);
            System.exit(FAILED);
        }
    }

    /** Nothing but the environment, as the process itself will have it. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /**
     * Looks whether everything is there, and starts.
     *
     * @throws StartRefused if something is missing
     */
    ConfigurableApplicationContext run(String... arguments) {
        SpringApplication looking = new SpringApplication(Nothing.class);
        looking.setWebApplicationType(WebApplicationType.NONE);
        looking.setRegisterShutdownHook(false);
        looking.setDefaultProperties(side.defaults());
        try (ConfigurableApplicationContext settings = looking.run(arguments)) {
            new Preflight(side.checks()).look(settings.getEnvironment());
        }
        SpringApplication application = new SpringApplication(side.application());
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(side.defaults());
        application.addInitializers(context -> OwnStores.in(context.getEnvironment(), side.name(), side.migrates()));
        return application.run(arguments);
    }

    private void announce(ConfigurableApplicationContext application, PrintStream out) {
        Readiness readiness = application.getBean(Readiness.class);
        while (!readiness.reached()) {
            if (!application.isActive()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        var server = ((ServletWebServerApplicationContext) application).getWebServer();
        if (server != null) {
            out.println("Creator Ledger's " + side.name() + " is ready at http://localhost:" + server.getPort());
        }
    }

    /** One line for each reason that its user can mend; everything else in full. */
    void report(RuntimeException failure, PrintStream err) {
        List<String> reasons = reasons(failure);
        if (reasons.isEmpty()) {
            failure.printStackTrace(err);
        }
        reasons.forEach(reason -> err.println(side.name() + " does not start: " + reason));
    }

    /** The reasons behind a failure, if it is of a kind that is known. */
    public static List<String> reasons(Throwable failure) {
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = failure; cause != null && reasons.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                reasons.addAll(refused.reasons());
            } else if (isKnown(cause)) {
                reasons.add(
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return reasons;
    }

    private static boolean isKnown(Throwable cause) {
        return cause instanceof MasterKeyException
                || cause instanceof PortInUseException
                || cause instanceof BindException
                || cause instanceof FlywayException
                || isOurs(cause);
    }

    private static boolean isOurs(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).startsWith("LEDGER_");
    }
}
