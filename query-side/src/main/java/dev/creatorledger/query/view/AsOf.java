package dev.creatorledger.query.view;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the position that an instant of the past stands for: that of the last event recorded up to it (U2). */
public final class AsOf {

    private final StoredEvents events;
    private final Clock clock;
    private final Duration settled;

    /**
     * Finds positions in the event store.
     *
     * @param settled how long after an instant every event recorded up to it is stored
     */
    public AsOf(StoredEvents events, Clock clock, Duration settled) {
        this.events = events;
        this.clock = clock;
        this.settled = settled;
    }

    /**
     * The position of an instant; waits where commits of that time may still be under way.
     *
     * @param asOf the instant as the caller wrote it; absent for now
     * @return null if it is absent
     * @throws Refusal INVALID_FIELD if it is malformed or in the future
     */
    public @Nullable Moment moment(@Nullable String asOf) {
        Fields fields = new Fields();
        Instant instant = fields.optionalInstant("asOf", asOf);
        Instant now = clock.instant();
        if (instant != null && instant.isAfter(now)) {
            fields.refuse("asOf", "an instant that is not in the future");
        }
        fields.check();
        if (instant == null) {
            return null;
        }
        waitFor(Duration.between(now, instant.plus(settled)));
        return new Moment(instant, events.lastRecordedBy(instant));
    }

    /** The position that views must have reached for an answer as of an instant, or as of now. */
    public static AtLeast seen(@Nullable Moment moment, AtLeast atLeast) {
        return moment == null ? atLeast : new AtLeast(Math.max(atLeast.position(), moment.position()));
    }

    private static void waitFor(Duration rest) {
        if (rest.isNegative()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(rest.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is about to stop");
        }
    }

    /**
     * An instant of the past.
     *
     * @param at the instant
     * @param position the last event recorded up to it; 0 if there was none
     */
    public record Moment(Instant at, long position) {}
}
