package dev.creatorledger.query.view;

import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** How times are stored in documents: microseconds since 1970, the event's full precision not being needed here. */
public final class StoredInstant {

    private static final long NANOS_OF_MICRO = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;

    private StoredInstant() {}

    /** The stored number of a time; what is below a microsecond is cut off. */
    public static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_OF_SECOND), instant.getNano() / NANOS_OF_MICRO);
    }

    /** The time of a stored number. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }

    /** Writes a time as a field; nothing, if there is none. */
    public static void write(BsonWriter writer, String field, @Nullable Instant instant) {
        if (instant != null) {
            writer.writeInt64(field, micros(instant));
        }
    }

    /** Reads it; the reader stands before the value. */
    public static Instant read(BsonReader reader) {
        return instant(reader.readInt64());
    }
}
