package dev.creatorledger.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

    private final Clock clock =
            new MicrosecondClock(Clock.fixed(Instant.parse("2026-11-27T08:03:33.307142913Z"), ZoneOffset.UTC));

    @Test
    void cutsWhatIsFiner() {
        assertThat(clock.instant()).isEqualTo("2026-11-27T08:03:33.307142Z");
        assertThat(clock.millis())
                .isEqualTo(Instant.parse("2026-11-27T08:03:33.307Z").toEpochMilli());
    }

    @Test
    void isTheSameTimeInAnotherZone() {
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Tehran"));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tehran"));
        assertThat(elsewhere).isNotEqualTo(clock);
        assertThat(clock.withZone(ZoneOffset.UTC)).isEqualTo(clock).hasSameHashCodeAs(clock);
    }
}
