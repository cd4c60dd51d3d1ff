package dev.creatorledger.command.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is asked of the payouts that are watched, wherever they are kept. */
@DisplayName("P6 The payouts that are watched")
abstract class DeadlineTableContract {

    private static final Instant WARN = Instant.parse("2026-06-20T20:30:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-06-22T20:29:59.999999Z");
    private static final PayoutId ONE = new PayoutId("po-1");
    private static final PayoutId OTHER = new PayoutId("po-2");

    @SuppressWarnings("NullAway.Init")
    private DeadlineTable table;

    /** A table that holds nothing. */
    abstract DeadlineTable empty();

    @BeforeEach
    void begin() {
        table = empty();
    }

    @Test
    void areLookedAtForTheWarningAndThenForTheDeadline() {
        table.watch(ONE, WARN, DEADLINE);
        assertThat(table.due(WARN.minusNanos(1_000), 10, 0)).isEmpty();
        assertThat(table.due(WARN, 10, 0)).containsExactly(ONE);
        table.warned(ONE);
        table.watch(ONE, WARN, DEADLINE);
        assertThat(table.due(DEADLINE.minusNanos(1_000), 10, 0)).isEmpty();
        assertThat(table.due(DEADLINE, 10, 0)).containsExactly(ONE);
        table.forget(ONE);
        table.forget(ONE);
        table.warned(ONE);
        assertThat(table.due(DEADLINE, 10, 0)).isEmpty();
    }

    @Test
    void comeInTheOrderOfTheirTimesAndCanBePassedOver() {
        table.watch(OTHER, WARN, DEADLINE);
        table.watch(ONE, WARN, DEADLINE);
        PayoutId before = new PayoutId("po-9");
        table.watch(before, WARN.minusSeconds(60), DEADLINE);
        assertThat(table.due(WARN, 10, 0)).containsExactly(before, ONE, OTHER);
        assertThat(table.due(WARN, 1, 1)).containsExactly(ONE);
        assertThat(table.waiting(WARN.minusSeconds(30), 10)).isEqualTo(new Waiting(3, 1, 30));
        assertThat(table.waiting(WARN, 2))
                .isEqualTo(new Waiting(2, 2, Duration.ofMinutes(1).toSeconds()));
    }
}
