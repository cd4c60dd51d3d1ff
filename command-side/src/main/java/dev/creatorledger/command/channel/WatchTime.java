package dev.creatorledger.command.channel;

import dev.creatorledger.events.video.VideoId;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Seconds watched of a channel's original production, by UTC day and video (A1, C4).
 *
 * <p>Days that lie further back from the newest counted day than {@link #KEPT} can be in no decision's reach any more:
 * they are forgotten, so that the state is bounded by the videos of that time.
 */
final class WatchTime {

    /** How far back from the newest day figures are kept; no policy may look back further. */
    static final Period KEPT = Period.ofYears(1);

    private final NavigableMap<LocalDate, Map<VideoId, Long>> secondsByDay = new TreeMap<>();

    /** How many days of all videos are remembered. */
    int size() {
        return secondsByDay.values().stream().mapToInt(Map::size).sum();
    }

    /** Whether counting this figure could change any decision. */
    boolean wouldChange(LocalDate date, VideoId videoId, long seconds) {
        return !isForgotten(date) && secondsOf(date, videoId) != seconds;
    }

    /** Replaces the figure of a video's day. */
    void count(LocalDate date, VideoId videoId, long seconds) {
        secondsByDay.computeIfAbsent(date, day -> new HashMap<>()).put(videoId, seconds);
        secondsByDay.headMap(oldestKept(), false).clear();
    }

    /**
     * The seconds watched in a period that ends with the decision day: the days after {@code decisionDay - period}.
     *
     * @throws ArithmeticException if they do not fit 64 bits
     */
    long secondsUntil(LocalDate decisionDay, Period period) {
        return secondsByDay.subMap(decisionDay.minus(period), false, decisionDay, true).values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .reduce(0L, Math::addExact);
    }

    private long secondsOf(LocalDate date, VideoId videoId) {
        return secondsByDay.getOrDefault(date, Map.of()).getOrDefault(videoId, 0L);
    }

    private boolean isForgotten(LocalDate date) {
        return !secondsByDay.isEmpty() && date.isBefore(oldestKept());
    }

    private LocalDate oldestKept() {
        return secondsByDay.lastKey().minus(KEPT);
    }
}
