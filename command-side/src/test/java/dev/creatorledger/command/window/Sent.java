package dev.creatorledger.command.window;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.video.VideoDirectory;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends batches past HTTP, straight into the booking lane. */
final class Sent {

    private Sent() {}

    static Impression impression(String id, String video, String shownAt) {
        return impression(id, video, shownAt, 5_000, 1_000_000);
    }

    static Impression impression(String id, String video, String shownAt, long watchedMillis, long micros) {
        return new Impression(
                id,
                new VideoId(video),
                "ad-1",
                "PRE_ROLL",
                Instant.parse(shownAt),
                watchedMillis,
                Money.rialMicros(micros));
    }

    /** So many impressions of a video in one hour, with ids from a prefix. */
    static List<Impression> many(String prefix, int from, int to, String video, String shownAt) {
        return IntStream.range(from, to)
                .mapToObj(i -> impression(prefix + i, video, shownAt))
                .toList();
    }

    static List<Outcome> to(CommandSideOnPostgres side, Impression... impressions) {
        return to(side, null, Arrays.asList(impressions));
    }

    static List<Outcome> to(CommandSideOnPostgres side, @Nullable String backfill, List<Impression> impressions) {
        return outcomes(booked(side, backfill, impressions));
    }

    static Booked booked(CommandSideOnPostgres side, @Nullable String backfill, List<Impression> impressions) {
        List<Item> items = new ArrayList<>();
        impressions.forEach(it -> items.add(new Item.Valid(it, ImpressionDigest.of(it))));
        return booked(side, backfill == null ? null : new BackfillId(backfill), items);
    }

    private static Booked booked(CommandSideOnPostgres side, @Nullable BackfillId backfill, List<Item> items) {
        List<VideoId> videos = items.stream()
                .map(Item::videoId)
                .filter(id -> id != null)
                .distinct()
                .toList();
        return side.part(BookingLane.class)
                .book(Batch.of(items, side.part(VideoDirectory.class).findAll(videos), backfill, CALLER));
    }

    static List<Outcome> outcomes(Booked booked) {
        return IntStream.range(0, booked.batch().items().size())
                .mapToObj(booked.batch()::outcome)
                .toList();
    }

    static Map<Outcome, Long> counts(List<Outcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
    }
}
