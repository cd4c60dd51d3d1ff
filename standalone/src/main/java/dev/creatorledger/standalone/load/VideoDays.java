package dev.creatorledger.standalone.load;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns cumulative views into views of a day, row by row; remembers one row per video.
 *
 * <p>A video belongs to the channel of its first row. Views are the difference to the previous row, never
 * below 0; a first row has 1 % of its cumulative views. One impression per 1,000 views, at least one.
 */
final class VideoDays {

    private record Seen(String channel, LocalDate date, long cumulativeViews) {}

    private final Map<String, Seen> seen = new HashMap<>();

    /** Whether a row of this video went by. */
    boolean hasSeen(String videoId) {
        return seen.containsKey(videoId);
    }

    /**
     * The day that a row tells of.
     *
     * @throws BadRowException if it is not later than the video's previous row
     */
    VideoDay next(ViewsRow row) {
        Seen previous = seen.get(row.videoId());
        if (previous != null && !row.date().isAfter(previous.date())) {
            throw new BadRowException(row.line(), row.date() + " is not after the previous row of " + row.videoId());
        }
        String channel = previous == null ? row.channel() : previous.channel();
        seen.put(row.videoId(), new Seen(channel, row.date(), row.cumulativeViews()));
        long views = views(previous, row.cumulativeViews());
        return new VideoDay(row.videoId(), channel, row.date(), views, Math.max(1, views / 1_000));
    }

    private static long views(@Nullable Seen previous, long cumulative) {
        return previous == null ? cumulative / 100 : Math.max(0, cumulative - previous.cumulativeViews());
    }
}
