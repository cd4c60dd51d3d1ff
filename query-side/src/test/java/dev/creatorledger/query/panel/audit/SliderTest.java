package dev.creatorledger.query.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SliderTest {

    private static final Instant NOW = Instant.parse("2028-01-20T10:00:30Z");
    private static final long MINUTE = NOW.getEpochSecond() / 60;

    @Test
    void standsAtItsEndForNow() {
        Slider slider = Slider.of(NOW.minus(Duration.ofDays(10)), NOW, null, null);
        assertThat(slider.at()).isEqualTo(slider.last()).isEqualTo(MINUTE);
        assertThat(slider.step()).isEqualTo(10 * 24 * 60 / 500);
    }

    @Test
    void staysWithinWhatThereIs() {
        Instant first = NOW.minus(Duration.ofHours(1));
        assertThat(Slider.of(first, NOW, "1999-01-01T00:00:00Z", "x").at()).isEqualTo(MINUTE - 60);
        assertThat(Slider.of(first, NOW, "2028-01-20T09:30:00Z", "x").at()).isEqualTo(MINUTE - 30);
    }

    @Test
    void isOneMomentWhereNothingHasHappened() {
        assertThat(Slider.of(null, NOW, null, null)).isEqualTo(new Slider(MINUTE, MINUTE, MINUTE, 1, ""));
    }
}
