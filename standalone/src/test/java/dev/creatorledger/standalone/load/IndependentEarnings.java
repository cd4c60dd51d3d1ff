package dev.creatorledger.standalone.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What every channel of a file earns, computed from the words of the recipe and of the rules alone: nothing of
 * the service or the loader is used here.
 */
final class IndependentEarnings {

    private final Map<String, String> channelOfVideo = new HashMap<>();
    private final Map<String, Long> viewsBefore = new HashMap<>();
    private final Map<String, BigInteger> micros = new TreeMap<>();

    private IndependentEarnings() {}

    /** The creators' parts in rial, by channel id; a channel that earns nothing has 0. */
    static Map<String, BigDecimal> of(Path file) throws IOException, NoSuchAlgorithmException {
        IndependentEarnings earnings = new IndependentEarnings();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                earnings.add(row);
            }
        }
        Map<String, BigDecimal> rial = new TreeMap<>();
        earnings.micros.forEach((channel, sum) -> rial.put(channel, new BigDecimal(sum, 6)));
        return rial;
    }

    private void add(CSVRecord row) throws NoSuchAlgorithmException {
        String video = row.get("video_id");
        String date = row.get("date");
        micros.putIfAbsent(idOf(row.get("channel")), BigInteger.ZERO);
        String channel = channelOfVideo.computeIfAbsent(video, first -> row.get("channel"));
        long upTo = Long.parseLong(row.get("cumulative_views"));
        Long before = viewsBefore.put(video, upTo);
        long views = before == null ? upTo / 100 : Math.max(upTo - before, 0);
        BigInteger sum = BigInteger.ZERO;
        for (long k = 0; k < Math.max(views / 1_000, 1); k++) {
            sum = sum.add(creatorsPart(video + ":" + date + ":" + k));
        }
        micros.merge(idOf(channel), sum, BigInteger::add);
    }

    /** Half of the net, the odd micro to the creator, if 4 seconds were watched; else nothing. */
    private static BigInteger creatorsPart(String impressionId) throws NoSuchAlgorithmException {
        byte[] hash = hash(impressionId);
        BigInteger watched = new BigInteger(1, hash, 0, 4).mod(BigInteger.valueOf(8_000));
        if (watched.intValueExact() < 4_000) {
            return BigInteger.ZERO;
        }
        BigInteger rial =
                new BigInteger(1, hash, 4, 4).mod(BigInteger.valueOf(1_301)).add(BigInteger.valueOf(200));
        BigInteger[] halves = rial.multiply(BigInteger.valueOf(1_000_000)).divideAndRemainder(BigInteger.TWO);
        return halves[0].add(halves[1]);
    }

    private static String idOf(String title) throws NoSuchAlgorithmException {
        return "ch-"
                + new BigInteger(1, hash(title))
                        .shiftRight(192)
                        .add(BigInteger.ONE.shiftLeft(64))
                        .toString(16)
                        .substring(1);
    }

    private static byte[] hash(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
