package dev.creatorledger.platform.chain;

import dev.creatorledger.platform.store.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The SHA-256 of an event and of all before it (U3); one at a time, for it keeps its tools.
 *
 * <p>The canonical form, version 1, big-endian: the byte 1; the hash of the event before, 32 bytes, zeros before the
 * first; the sequence, 8 bytes; as texts, each UTF-8 behind its length in 4 bytes: event id, type, revision, kind of
 * aggregate, name of the stream; the place in the stream, 8 bytes; the time of recording in microseconds since 1970, 8
 * bytes; payload and metadata as stored, each behind its length in 4 bytes.
 */
public final class EventHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte VERSION = 1;
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** What stands for the hash of the event before the first. */
    public static byte[] ofNothing() {
        return new byte[LENGTH];
    }

    /** The hash of an event behind the one of this hash. */
    public byte[] of(StoredEvent event, byte[] previous) {
        sha256.update(VERSION);
        sha256.update(previous);
        number(event.position());
        text(event.eventId());
        text(event.type());
        text(event.revision());
        text(event.aggregateType());
        text(event.stream());
        number(event.aggregateSequence());
        number(micros(event.recordedAt()));
        octets(event.payload());
        octets(event.metadata());
        return sha256.digest();
    }

    private void text(String text) {
        octets(text.getBytes(StandardCharsets.UTF_8));
    }

    private void octets(byte[] octets) {
        sha256.update(number.putInt(0, octets.length).array(), 0, Integer.BYTES);
        sha256.update(octets);
    }

    private void number(long value) {
        sha256.update(number.putLong(0, value).array());
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS_OF_SECOND), at.getNano() / NANOS_OF_MICRO);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
