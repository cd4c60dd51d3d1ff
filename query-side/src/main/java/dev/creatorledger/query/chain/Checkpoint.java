package dev.creatorledger.query.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * What the chain was at one position, signed (U3).
 *
 * @param version the version of the signed form
 * @param sequence the position of the last event that it covers
 * @param hash that event's hash, lower-case hex
 * @param count how many events it covers
 * @param at when it was made, by the service's clock
 * @param keyId which key signed it: the first 32 hex digits of the SHA-256 of the public key
 * @param algorithm how it was signed
 * @param signature base64
 */
public record Checkpoint(
        int version,
        long sequence,
        String hash,
        long count,
        Instant at,
        String keyId,
        String algorithm,
        String signature) {

    /** The version of the form that is signed now. */
    static final int VERSION = 1;

    private static final String WHAT = "creator-ledger checkpoint";
    private static final int ROOM = 256;

    /** A checkpoint that nobody has signed yet. */
    static Checkpoint unsigned(long sequence, byte[] hash, Instant at, CheckpointKey key) {
        return new Checkpoint(
                VERSION,
                sequence,
                HexFormat.of().formatHex(hash),
                sequence,
                at.truncatedTo(ChronoUnit.MICROS),
                key.id(),
                CheckpointKey.ALGORITHM,
                "");
    }

    Checkpoint signed(String by) {
        return new Checkpoint(version, sequence, hash, count, at, keyId, algorithm, by);
    }

    /**
     * What is signed, big-endian: as texts, each UTF-8 behind its length in 4 bytes, what this is; the version in 4
     * bytes, sequence and count in 8 each, the hash's 32 bytes, {@code at} in microseconds since 1970 in 8; then the
     * key's id and the algorithm as texts.
     */
    byte[] form() {
        ByteBuffer form = ByteBuffer.allocate(ROOM);
        text(form, WHAT);
        form.putInt(version).putLong(sequence).putLong(count);
        form.put(HexFormat.of().parseHex(hash));
        form.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        text(form, keyId);
        text(form, algorithm);
        byte[] signed = new byte[form.position()];
        form.get(0, signed);
        return signed;
    }

    private static void text(ByteBuffer form, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        form.putInt(octets.length).put(octets);
    }
}
