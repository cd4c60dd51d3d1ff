package dev.creatorledger.verifier;

import dev.creatorledger.verifier.ExportedEvent.Part;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Computes the hash of an event, from the description of the canonical form alone: version 1, big-endian: the byte 1;
 * the hash of the event before; the sequence in 8 bytes; event id, type, revision, kind of aggregate and stream as
 * UTF-8, each behind its length in 4 bytes; the place in the stream in 8 bytes; the time in microseconds since 1970 in
 * 8; payload and metadata as they stand, each behind its length in 4.
 */
final class ChainHash {

    static final int LENGTH = 32;

    private static final byte VERSION = 1;
    private static final int NUMBERS = 128;

    private final MessageDigest sha256 = sha256();
    private ByteBuffer form = ByteBuffer.allocate(1 << 16);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether an event has the hash that stands in it, if it were in this place behind this hash. */
    boolean fits(ExportedEvent event, long sequence, byte[] previous) {
        return Arrays.equals(of(event, sequence, previous), event.hash());
    }

    /** The hash that an event has in this place behind this hash. */
    byte[] of(ExportedEvent event, long sequence, byte[] previous) {
        byte[] line = event.line();
        if (form.capacity() < line.length + NUMBERS) {
            form = ByteBuffer.allocate(2 * line.length + NUMBERS);
        }
        form.clear();
        form.put(VERSION).put(previous).putLong(sequence);
        for (Part text : event.hashedTexts()) {
            put(line, text);
        }
        form.putLong(event.aggregateSequence()).putLong(event.recordedMicros());
        put(line, event.payload());
        put(line, event.metadata());
        sha256.update(form.array(), 0, form.position());
        return sha256.digest();
    }

    private void put(byte[] line, Part part) {
        int length = part.to() - part.from();
        form.putInt(length).put(line, part.from(), length);
    }
}
