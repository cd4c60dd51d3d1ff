package dev.creatorledger.platform.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants in documents: microseconds since 1970, for MongoDB's own dates have milliseconds alone. */
public final class Micros {

    private Micros() {}

    /** The microsecond that an instant is in. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The microsecond that an instant is at, or is followed by: nothing is looked at before its time. */
    public static long notBefore(Instant instant) {
        return of(instant.plus(999, ChronoUnit.NANOS));
    }

    /** The instant. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
