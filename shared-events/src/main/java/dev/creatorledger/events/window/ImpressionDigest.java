package dev.creatorledger.events.window;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 leaf hash of an impression (RFC 6962, section 2.1): of a zero byte and the impression's canonical form.
 *
 * <p>Two impressions of one id are the same if and only if their digests are equal (A6), and the digests of the
 * qualified ones are the leaves of the window's Merkle tree (A8). The canonical form, version 1, is: each text as
 * UTF-8 behind its length in two bytes, then each number as eight bytes big-endian, in the order id, video, ad, ad
 * type, currency, seconds and nanoseconds of {@code shownAt}, {@code watchedMillis}, micros.
 */
public record ImpressionDigest(long a, long b, long c, long d) {

    private static final int LEAF = 0;

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    /** The digest of an impression. */
    public static ImpressionDigest of(Impression impression) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) LEAF);
        text(sha256, impression.impressionId());
        text(sha256, impression.videoId().value());
        text(sha256, impression.adId());
        text(sha256, impression.adType());
        text(sha256, impression.netRevenue().currency().getCurrencyCode());
        long seconds = impression.shownAt().getEpochSecond();
        ByteBuffer numbers = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(seconds)
                .putLong(impression.shownAt().getNano())
                .putLong(impression.watchedMillis())
                .putLong(impression.netRevenue().micros());
        sha256.update(numbers.array());
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        return new ImpressionDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** The 32 bytes of the digest. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    private static void text(MessageDigest sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((byte) (bytes.length >>> 8));
        sha256.update((byte) bytes.length);
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
