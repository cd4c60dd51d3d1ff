package dev.creatorledger.query.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B25 The time of a pause")
class PauseTimeTest {

    private static final Instant SINCE = Instant.parse("2026-02-01T10:00:00Z");
    private static final PauseTime PAUSE = new PauseTime(SINCE, Duration.ofDays(120));

    @Test
    void roundsTheDaysThatAreLeftUp() {
        assertThat(PAUSE.daysLeft(SINCE)).isEqualTo(120);
        assertThat(PAUSE.daysLeft(SINCE.plusNanos(1))).isEqualTo(120);
        assertThat(PAUSE.daysLeft(SINCE.plus(Duration.ofDays(1)))).isEqualTo(119);
        assertThat(PAUSE.daysLeft(SINCE.plus(Duration.ofDays(120)).minusNanos(1)))
                .isEqualTo(1);
    }

    @Test
    void hasNoneLeftAtItsEndAndAfter() {
        assertThat(PAUSE.daysLeft(SINCE.plus(Duration.ofDays(120)))).isZero();
        assertThat(PAUSE.daysLeft(SINCE.plus(Duration.ofDays(121)))).isZero();
    }
}
