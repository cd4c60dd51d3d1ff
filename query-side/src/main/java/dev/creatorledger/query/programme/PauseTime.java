package dev.creatorledger.query.programme;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a pause can go on (B25).
 *
 * @param since when the programme was paused
 * @param longest how long it may be
 */
public record PauseTime(Instant since, Duration longest) {

    /** The days until the programme is terminated, rounded up; 0 once it should have been. */
    public long daysLeft(Instant now) {
        Duration left = Duration.between(now, since.plus(longest));
        if (left.isNegative()) {
            return 0;
        }
        return left.toDays() + (left.minusDays(left.toDays()).isZero() ? 0 : 1);
    }
}
