package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.web.Readiness;
import dev.creatorledger.query.QuerySideProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The whole service in the test's own process, in any mode, on a clock that stands still until the test moves it on. */
public final class LedgerOnAClock implements AutoCloseable {

    private static final String DOES_WHAT_IS_DUE = "membershipWorker";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final StandingClock clock;
    private final AutoCloseable process;
    private final ServletWebServerApplicationContext application;
    private final EmbeddedIssuer issuer;

    private LedgerOnAClock(
            StandingClock clock,
            AutoCloseable process,
            ServletWebServerApplicationContext application,
            EmbeddedIssuer issuer) {
        this.clock = clock;
        this.process = process;
        this.application = application;
        this.issuer = issuer;
    }

    /**
     * Starts both sides at a time on stores of somebody else.
     *
     * @param environment what names them, as environment variables have it
     */
    public static LedgerOnAClock startOn(Map<String, String> environment, Path keys, Instant at) {
        StandingClock clock = new StandingClock(at);
        SpringApplication sides = new SpringApplication(BothSides.class);
        Map<String, Object> defaults = new HashMap<>(QuerySideProcess.DEFAULTS);
        defaults.put("server.port", 0);
        defaults.put("ledger.chain.checkpoints", keys.resolve("checkpoints").toString());
        if (environment.containsKey("LEDGER_POSTGRES_URL")) {
            defaults.put("spring.datasource.url", environment.get("LEDGER_POSTGRES_URL"));
            defaults.put("spring.datasource.username", environment.get("LEDGER_POSTGRES_USER"));
            defaults.put("spring.datasource.password", environment.get("LEDGER_POSTGRES_PASSWORD"));
        }
        sides.setDefaultProperties(defaults);
        sides.addInitializers(
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(
                                new SystemEnvironmentPropertySource("test-systemEnvironment", Map.copyOf(environment))),
                (GenericApplicationContext context) -> replaceClock(context, clock));
        try {
            var application = (ServletWebServerApplicationContext) sides.run();
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .until(() -> application.getBean(Readiness.class).reached());
            return new LedgerOnAClock(clock, application, application, EmbeddedIssuer.of(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on a data folder, at a time. */
    public static LedgerOnAClock start(Path data, Instant at) {
        StandingClock clock = new StandingClock(at);
        ProcessOptions options = new ProcessOptions(ProcessOptions.LOOPBACK, 0, data);
        try {
            LedgerProcess process = LedgerProcess.start(options, context -> replaceClock(context, clock));
            return new LedgerOnAClock(
                    clock,
                    process,
                    (ServletWebServerApplicationContext) process.application(),
                    EmbeddedIssuer.of(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replaceClock(GenericApplicationContext context, StandingClock clock) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof Clock) {
                    GenericEventMessage.clock = clock;
                    return clock;
                }
                return bean;
            }
        });
    }

    /** Where it answers. */
    public URI address() {
        var server = Objects.requireNonNull(application.getWebServer());
        return URI.create("http://localhost:" + server.getPort());
    }

    /** A token for a role; whom it acts for, or null. */
    public String token(Grant grant) {
        return issuer.token(grant);
    }

    /** What time it is there. */
    public Instant now() {
        return clock.instant();
    }

    /** Moves the clock on. */
    public void goTo(Instant then) {
        clock.goTo(then);
    }

    /** Does something while nothing is done for memberships by itself, as between a crash and the next start. */
    public void whileNothingIsDoneByItself(Runnable work) {
        SmartLifecycle worker = application.getBean(DOES_WHAT_IS_DUE, SmartLifecycle.class);
        worker.stop();
        try {
            work.run();
        } finally {
            worker.start();
        }
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (Exception e) {
            throw new IllegalStateException("the service does not stop", e);
        } finally {
            GenericEventMessage.clock = Clock.systemUTC();
        }
    }

    /** A clock that never goes by itself, and never back. */
    private static final class StandingClock extends Clock {

        private volatile Instant now;

        StandingClock(Instant now) {
            this.now = now;
        }

        synchronized void goTo(Instant then) {
            if (then.isBefore(now)) {
                throw new IllegalArgumentException("it is " + now + " already, later than " + then);
            }
            now = then;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the service's clock is UTC");
        }
    }
}
