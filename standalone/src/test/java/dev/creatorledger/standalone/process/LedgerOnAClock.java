package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service in the test's own process, on a clock that stands still until the test moves it on. */
public final class LedgerOnAClock implements AutoCloseable {

    private static final String DOES_WHAT_IS_DUE = "membershipWorker";

    private final StandingClock clock;
    private final LedgerProcess process;
    private final EmbeddedIssuer issuer;

    private LedgerOnAClock(StandingClock clock, LedgerProcess process, EmbeddedIssuer issuer) {
        this.clock = clock;
        this.process = process;
        this.issuer = issuer;
    }

    /** Starts on a data folder, at a time. */
    public static LedgerOnAClock start(Path data, Instant at) {
        StandingClock clock = new StandingClock(at);
        ProcessOptions options = new ProcessOptions(ProcessOptions.LOOPBACK, 0, data);
        try {
            LedgerProcess process = LedgerProcess.start(options, context -> replaceClock(context, clock));
            return new LedgerOnAClock(clock, process, EmbeddedIssuer.of(data));
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
        return process.address();
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
        SmartLifecycle worker = process.application().getBean(DOES_WHAT_IS_DUE, SmartLifecycle.class);
        worker.stop();
        try {
            work.run();
        } finally {
            worker.start();
        }
    }

    @Override
    public void close() {
        process.close();
        GenericEventMessage.clock = Clock.systemUTC();
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
