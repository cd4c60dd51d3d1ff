package dev.creatorledger.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A3: a change comes into force with a full hour. */
class ShareTimelineTest {

    private static final Instant SIX = Instant.parse("2026-01-31T06:00:00Z");

    private final ShareTimeline share = new ShareTimeline();

    @Test
    void has_none_before_an_approval() {
        assertThat(share.at(SIX)).isNull();
    }

    @Test
    void changes_at_the_full_hour_and_not_before() {
        share.reset(5_000);
        share.change(SIX, 6_000);
        assertThat(share.at(SIX.minusNanos(1))).isEqualTo(5_000);
        assertThat(share.nextAfter(SIX.minusNanos(1))).isEqualTo(new ShareTimeline.Step(SIX, 6_000));
        assertThat(share.at(SIX)).isEqualTo(6_000);
        assertThat(share.nextAfter(SIX)).isNull();
    }

    @Test
    void has_the_last_word_for_an_hour() {
        share.reset(5_000);
        share.change(SIX, 6_000);
        share.change(SIX, 7_000);
        assertThat(share.at(SIX)).isEqualTo(7_000);
    }

    @Test
    void is_bounded_and_still_knows_what_is_in_force_while_two_changes_are_ahead() {
        share.reset(5_000);
        for (int hour = 0; hour < 100; hour++) {
            share.change(SIX.plus(hour, ChronoUnit.HOURS), 5_000 + hour);
        }
        assertThat(share.steps()).hasSize(4);
        assertThat(share.at(SIX.plus(97, ChronoUnit.HOURS))).isEqualTo(5_097);
    }

    @Test
    void is_reset_by_another_approval() {
        share.reset(5_000);
        share.change(SIX, 9_000);
        share.reset(5_500);
        assertThat(share.at(SIX)).isEqualTo(5_500);
    }
}
