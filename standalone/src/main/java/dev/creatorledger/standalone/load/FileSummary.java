package dev.creatorledger.standalone.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file holds, found by reading it once before anything is sent: as large as its channels and videos,
 * not as its rows.
 *
 * @param contentHash the SHA-256 of the file's bytes, in hex
 * @param from the first day
 * @param to the day after the last one
 * @param rows how many rows
 * @param impressions how many impressions they make
 * @param channels every channel's title with the ids of its videos, in the order of the file; a channel that
 *     appears only in later rows of others' videos has none
 */
record FileSummary(
        String contentHash,
        LocalDate from,
        LocalDate to,
        long rows,
        long impressions,
        Map<String, List<String>> channels) {

    private static final int BAD_ROWS_NAMED = 20;

    /**
     * Reads a file from its first row to its last.
     *
     * @throws LoadException if it holds nothing, or rows that cannot be used, each named by its line
     */
    static FileSummary of(ViewsFile file) {
        Reading reading = new Reading();
        file.read(reading::row, reading.bad::add);
        if (!reading.bad.isEmpty()) {
            throw new LoadException(reading.bad.stream()
                    .limit(BAD_ROWS_NAMED)
                    .map(BadRowException::getMessage)
                    .collect(Collectors.joining(
                            "\n  ",
                            file.path() + " has " + reading.bad.size()
                                    + " rows that cannot be used; nothing was sent\n  ",
                            reading.bad.size() > BAD_ROWS_NAMED ? "\n  …" : "")));
        }
        if (reading.rows == 0) {
            throw new LoadException(file.path() + " has no rows");
        }
        return new FileSummary(
                file.contentHash(),
                reading.first,
                reading.last.plusDays(1),
                reading.rows,
                reading.impressions,
                reading.channels);
    }

    /** The backfill that this file is loaded under: the same bytes, the same backfill. */
    String backfillId() {
        return "load-" + contentHash.substring(0, 16);
    }

    /** How many videos. */
    long videos() {
        return channels.values().stream().mapToLong(List::size).sum();
    }

    /** How many of the channels have a video. */
    long channelsWithVideos() {
        return channels.values().stream().filter(videos -> !videos.isEmpty()).count();
    }

    private static final class Reading {

        private final VideoDays days = new VideoDays();
        private final Map<String, List<String>> channels = new LinkedHashMap<>();
        private final List<BadRowException> bad = new ArrayList<>();
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;
        private long rows;
        private long impressions;

        private void row(ViewsRow row) {
            boolean newVideo = !days.hasSeen(row.videoId());
            VideoDay day = days.next(row);
            List<String> videos = channels.computeIfAbsent(row.channel(), title -> new ArrayList<>(1));
            if (newVideo) {
                videos.add(day.videoId());
            }
            rows++;
            impressions = Math.addExact(impressions, day.impressions());
            first = day.date().isBefore(first) ? day.date() : first;
            last = day.date().isAfter(last) ? day.date() : last;
        }
    }
}
