package dev.creatorledger.standalone.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes the JSON of a batch of impressions straight into bytes: a general serializer would cost the sender
 * more than the service spends on the batch. Not for several threads at once.
 */
public final class BatchBody {

    private static final long DAY_MILLIS = 86_400_000;
    private static final byte[] HEAD = ascii("{\"impressions\":[");
    private static final byte[] ID = ascii("{\"impressionId\":\"");
    private static final byte[] VIDEO = ascii("\",\"videoId\":\"");
    private static final byte[] AD = ascii("\",\"adId\":\"");
    private static final byte[] TYPE = ascii("\",\"adType\":\"");
    private static final byte[] SHOWN = ascii("\",\"shownAt\":\"");
    private static final byte[] WATCHED = ascii("\",\"watchedMillis\":");
    private static final byte[] NET = ascii(",\"netRevenue\":{\"amount\":\"");
    private static final byte[] END = ascii("\",\"currency\":\"IRR\"}}");

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int size;
    private long day = Long.MIN_VALUE;
    private String dayText = "";

    /** Adds one impression after the others. */
    public void add(SentImpression impression) {
        put(size == 0 ? HEAD : COMMA);
        put(ID);
        put(impression.impressionId());
        put(VIDEO);
        put(impression.videoId());
        put(AD);
        put(impression.adId());
        put(TYPE);
        put(impression.adType());
        put(SHOWN);
        putInstant(impression.shownAtMillis());
        put(WATCHED);
        put(Integer.toString(impression.watchedMillis()));
        put(NET);
        put(Long.toString(impression.netRial()));
        put(END);
        size++;
    }

    private static final byte[] COMMA = {','};

    /** How many impressions stand in it. */
    public int size() {
        return size;
    }

    /** The whole document; the next impression begins a new one. */
    public byte[] take() {
        if (size == 0) {
            put(HEAD);
        }
        put("]}");
        byte[] document = Arrays.copyOf(bytes, length);
        length = 0;
        size = 0;
        return document;
    }

    private void putInstant(long millis) {
        long itsDay = Math.floorDiv(millis, DAY_MILLIS);
        if (itsDay != day) {
            day = itsDay;
            dayText = LocalDate.ofEpochDay(itsDay).toString();
        }
        put(dayText);
        int rest = (int) Math.floorMod(millis, DAY_MILLIS);
        room(14);
        digits('T', rest / 3_600_000, 2);
        digits(':', rest / 60_000 % 60, 2);
        digits(':', rest / 1_000 % 60, 2);
        digits('.', rest % 1_000, 3);
        bytes[length++] = 'Z';
    }

    private void digits(char before, int number, int digits) {
        bytes[length++] = (byte) before;
        int rest = number;
        for (int place = digits - 1; place >= 0; place--) {
            bytes[length + place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void put(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void put(String text) {
        put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
