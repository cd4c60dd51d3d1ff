package dev.creatorledger.standalone.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * How impressions are made of a video's day: one way, used everywhere, so that anybody can compute the
 * figures again. Not for several threads at once.
 */
final class Recipe {

    private static final long DAY_MILLIS = 86_400_000;
    private static final String[] ADS = new String[50];

    static {
        for (int ad = 0; ad < ADS.length; ad++) {
            ADS[ad] = "ad-" + ad;
        }
    }

    private final MessageDigest digest = sha256();

    /** {@code ch-} and the first 16 hex digits of the SHA-256 of the title in UTF-8. */
    static String channelId(String title) {
        byte[] hash = sha256().digest(title.getBytes(StandardCharsets.UTF_8));
        return "ch-" + HexFormat.of().formatHex(hash, 0, 8);
    }

    /** The k-th impression of a day, from 0: its time spread evenly, the rest drawn from its id's hash. */
    SentImpression impression(VideoDay day, long k) {
        String id = day.videoId() + ':' + day.date() + ':' + k;
        byte[] hash = digest.digest(id.getBytes(StandardCharsets.US_ASCII));
        long dayStart = day.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new SentImpression(
                id,
                day.videoId(),
                ADS[(int) (k % ADS.length)],
                "PRE_ROLL",
                dayStart + k * DAY_MILLIS / day.impressions(),
                (int) (unsigned(hash, 0) % 8_000),
                200 + unsigned(hash, 4) % 1_301);
    }

    /** A new SHA-256, which every Java platform has. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long unsigned(byte[] bytes, int offset) {
        return (bytes[offset] & 0xffL) << 24
                | (bytes[offset + 1] & 0xffL) << 16
                | (bytes[offset + 2] & 0xffL) << 8
                | (bytes[offset + 3] & 0xffL);
    }
}
