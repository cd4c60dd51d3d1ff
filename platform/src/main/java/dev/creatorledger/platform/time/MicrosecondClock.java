package dev.creatorledger.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A clock that ticks in microseconds, as every store and view keeps instants: what is shown of one is all of it. {@link
 * Clock#tick} would do, but cannot tell milliseconds with a tick shorter than one.
 */
final class MicrosecondClock extends Clock {

    private final Clock finer;

    /** Shows the time of a finer clock, cut to the microsecond. */
    MicrosecondClock(Clock finer) {
        this.finer = finer;
    }

    @Override
    public Instant instant() {
        return finer.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return finer.millis();
    }

    @Override
    public ZoneId getZone() {
        return finer.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(finer.withZone(zone));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MicrosecondClock clock && clock.finer.equals(finer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(finer);
    }
}
