package dev.creatorledger.platform.time;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one clock of the service: UTC, moved by {@code LEDGER_CLOCK_OFFSET} ({@code ledger.clock-offset}). */
@Configuration(proxyBeanMethods = false)
public class ServiceClock {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceClock.class);

    /**
     * How far the clock is moved.
     *
     * @throws IllegalArgumentException if the setting is malformed
     */
    @Bean
    ClockOffset clockOffset(Environment environment) {
        String variable = environment.getProperty("LEDGER_CLOCK_OFFSET", "");
        return ClockOffset.parse(environment.getProperty("ledger.clock-offset", variable));
    }

    /** The clock that everything reads; Axon stamps its events with it too. */
    @Bean
    Clock clock(ClockOffset offset) {
        Clock clock = new MicrosecondClock(offset.applyTo(Clock.systemUTC()));
        GenericEventMessage.clock = clock;
        if (!offset.isZero()) {
            LOG.info("The clock is moved by {}: it is {} here", offset, clock.instant());
        }
        return clock;
    }

    /** Shows the time and the offset in the health details. */
    @Bean
    HealthIndicator clockHealthIndicator(Clock clock, ClockOffset offset) {
        return () -> Health.up()
                .withDetail("now", clock.instant().toString())
                .withDetail("offset", offset.toString())
                .build();
    }
}
