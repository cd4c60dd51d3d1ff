package dev.creatorledger.benchmarks.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, moved ahead while it runs. */
final class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** It is at least this time from now on. */
    void moveTo(Instant time) {
        ahead = Duration.between(Instant.now(), time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it shows UTC");
    }
}
