package dev.creatorledger.command.window;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.window.Impression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books impressions for the tests of other packages. */
public final class Impressions {

    private Impressions() {}

    /** Books one impression worth a rial for each time, watched long enough. */
    public static void book(CommandSideOnPostgres side, @Nullable String backfill, String video, List<String> times) {
        List<Impression> impressions = times.stream()
                .map(time -> Sent.impression("i-" + time, video, time))
                .toList();
        Sent.to(side, backfill, impressions);
    }

    /** Books one impression worth the largest amount for each time, watched long enough. */
    public static void bookLargest(CommandSideOnPostgres side, String video, List<String> times) {
        List<Impression> impressions = times.stream()
                .map(time -> Sent.impression("l-" + time, video, time, 5_000, Long.MAX_VALUE))
                .toList();
        Sent.to(side, null, impressions);
    }

    /** What became of one impression. */
    public static String outcome(CommandSideOnPostgres side, @Nullable String backfill, String video, String time) {
        return Sent.to(side, backfill, List.of(Sent.impression("late", video, time)))
                .get(0)
                .text();
    }
}
