package dev.creatorledger.standalone.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Loads a file of views: registrations, audience facts, and impressions under a backfill. */
final class FileLoad {

    private static final int SHARE_BPS = 5_000;
    private static final long FOLLOWERS = 200;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    private final ViewsFile file;
    private final LedgerClient client;
    private final LoadPlan plan;
    private final PrintStream out;

    FileLoad(ViewsFile file, LedgerClient client, LoadPlan plan, PrintStream out) {
        this.file = file;
        this.client = client;
        this.plan = plan;
        this.out = out;
    }

    /**
     * Loads it.
     *
     * @return what became of the impressions
     * @throws LoadException if it could not be brought to its end
     */
    Outcomes run() {
        FileSummary summary = FileSummary.of(file);
        String reason = "load of " + file.path().getFileName() + ", SHA-256 " + summary.contentHash();
        sayWhatItIs(summary);
        register(summary, new ChannelSetup(client, reason));
        Backfill backfill = new Backfill(client, summary.backfillId());
        if (!backfill.open(startOf(summary.from()), startOf(summary.to()), reason)) {
            out.println("backfill " + backfill.id() + " is closed already: impressions come too late");
        }
        reportViews(summary, new ChannelSetup(client, reason));
        Outcomes outcomes = sendImpressions(summary, backfill.id());
        if (plan.keepOpen()) {
            out.println("backfill " + backfill.id() + " stays open: its earnings are estimated");
        } else {
            out.println("closing backfill " + backfill.id() + ", which seals its windows");
            outcomes.storedUpTo(backfill.close(reason, SEALED_WITHIN, out));
        }
        sayTotals(summary, outcomes.position());
        return outcomes;
    }

    private void sayWhatItIs(FileSummary summary) {
        say(
                "%s: %,d rows, %s to %s",
                file.path(), summary.rows(), summary.from(), summary.to().minusDays(1));
        say(
                "%,d impressions of %,d videos; %,d channels, of which %,d have videos",
                summary.impressions(), summary.videos(), summary.channels().size(), summary.channelsWithVideos());
        say(
                "Not in the file, and made up for every channel so that it is eligible: %,d followers, and one video",
                FOLLOWERS);
        say(
                "<channelId>-history with %,d hours watched on %s. Each applies and is approved at %,d bps.",
                ChannelSetup.ELIGIBLE_WATCH_SECONDS / 3_600, plan.historyDay(), SHARE_BPS);
    }

    private void register(FileSummary summary, ChannelSetup setup) {
        try (InFlight inFlight = new InFlight(plan.atOnce());
                Progress progress =
                        Progress.show(out, "channels", summary.channels().size())) {
            summary.channels()
                    .forEach((title, videos) -> inFlight.submit(() -> {
                        registerChannel(setup, title, videos);
                        progress.stepBy(1);
                    }));
            inFlight.await();
        }
    }

    private void registerChannel(ChannelSetup setup, String title, List<String> videos) {
        String channelId = Recipe.channelId(title);
        String history = channelId + "-history";
        setup.channel(channelId, title, FOLLOWERS);
        setup.originalVideo(history, channelId);
        setup.audience(history, plan.historyDay(), 0, ChannelSetup.ELIGIBLE_WATCH_SECONDS);
        setup.enrol(channelId, SHARE_BPS);
        videos.forEach(videoId -> setup.originalVideo(videoId, channelId));
    }

    private void reportViews(FileSummary summary, ChannelSetup setup) {
        VideoDays days = new VideoDays();
        try (InFlight inFlight = new InFlight(plan.atOnce());
                Progress progress = Progress.show(out, "views per day", summary.rows())) {
            file.read(
                    row -> {
                        VideoDay day = days.next(row);
                        inFlight.submit(() -> {
                            setup.audience(day.videoId(), day.date(), day.views(), 0);
                            progress.stepBy(1);
                        });
                    },
                    FileLoad::changed);
            inFlight.await();
        }
    }

    private Outcomes sendImpressions(FileSummary summary, String backfillId) {
        VideoDays days = new VideoDays();
        Recipe recipe = new Recipe();
        Outcomes outcomes = new Outcomes();
        try (Progress progress = Progress.show(out, "impressions", summary.impressions());
                ImpressionStream stream =
                        new ImpressionStream(client, backfillId, plan.batchSize(), plan.atOnce(), outcomes, progress)) {
            file.read(
                    row -> {
                        VideoDay day = days.next(row);
                        for (long k = 0; k < day.impressions(); k++) {
                            stream.add(recipe.impression(day, k));
                        }
                    },
                    FileLoad::changed);
            stream.finish();
        }
        return outcomes;
    }

    private void sayTotals(FileSummary summary, long position) {
        Totals totals = new Totals();
        try (InFlight inFlight = new InFlight(plan.atOnce())) {
            summary.channels()
                    .keySet()
                    .forEach(title -> inFlight.submit(() -> totals.add(
                            client.get("/v1/channels/" + Recipe.channelId(title) + "/balance?atLeast=" + position)
                                    .orFail())));
            inFlight.await();
        }
        totals.say(out::println);
    }

    private static void changed(BadRowException bad) {
        throw new LoadException("the file has changed while it was read: " + bad.getMessage(), bad);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
