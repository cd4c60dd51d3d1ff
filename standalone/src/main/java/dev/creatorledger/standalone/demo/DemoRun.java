package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.demo.DemoChannel.Standing;
import dev.creatorledger.standalone.demo.DemoImpression.Route;
import dev.creatorledger.standalone.load.Answer;
import dev.creatorledger.standalone.load.Backfill;
import dev.creatorledger.standalone.load.ChannelSetup;
import dev.creatorledger.standalone.load.ImpressionStream;
import dev.creatorledger.standalone.load.InFlight;
import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.Outcomes;
import dev.creatorledger.standalone.load.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Brings the demo's data into a running service, by the contract alone, and seals what can be sealed. */
final class DemoRun {

    private static final int AT_ONCE = 4;
    private static final int BATCH = 1_000;
    private static final String REASON = "demo";
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    private final LedgerClient client;
    private final DemoData data;
    private final PrintStream out;
    private final ChannelSetup setup;
    private final DemoMembers members;
    private final Map<String, Answer> refused = new ConcurrentSkipListMap<>();
    private long position;

    DemoRun(LedgerClient client, DemoData data, PrintStream out) {
        this.client = client;
        this.data = data;
        this.out = out;
        this.setup = new ChannelSetup(client, REASON);
        this.members = new DemoMembers(client, data.cast().channels().get(0));
    }

    /**
     * Loads everything.
     *
     * @return what became of the impressions
     */
    Outcomes load() {
        register();
        reportAudiences();
        each("applications", data.cast().channels(), this::apply);
        position = members.load();
        return send();
    }

    /** Applications that were refused, by channel, with the answer that names the conditions (A1). */
    Map<String, Answer> refused() {
        return refused;
    }

    /** The members of the largest channel. */
    DemoMembers members() {
        return members;
    }

    /** A position at which everything is stored. */
    long position() {
        return position;
    }

    private void register() {
        each(
                "channels",
                data.cast().channels(),
                channel -> setup.channel(channel.id(), channel.title(), channel.followers()));
        each(
                "videos",
                data.cast().videos().stream()
                        .filter(video -> video.original() == null)
                        .toList(),
                video -> setup.video(video.id(), video.facts()));
        data.cast().videos().stream()
                .filter(video -> video.original() != null)
                .forEach(video -> setup.video(video.id(), video.facts()));
    }

    private void reportAudiences() {
        each(
                "views per day",
                data.audiences(),
                day -> setup.audience(day.videoId(), day.date(), day.views(), day.watchSeconds()));
    }

    private void apply(DemoChannel channel) {
        if (channel.standing() == Standing.ELIGIBLE) {
            setup.enrol(channel.id(), channel.shareBps());
            return;
        }
        Answer answer = setup.apply(channel.id());
        if (answer.status() == 422) {
            refused.put(channel.id(), answer);
        } else {
            answer.orFail();
        }
    }

    private Outcomes send() {
        Outcomes outcomes = new Outcomes();
        Backfill backfill = new Backfill(client, data.size().backfillId());
        backfill.open(data.size().from(), data.size().backfillTo(), REASON);
        try (Progress progress = Progress.show(out, "impressions", data.size().impressions());
                ImpressionStream live = new ImpressionStream(client, null, BATCH, AT_ONCE, outcomes, progress);
                ImpressionStream past =
                        new ImpressionStream(client, backfill.id(), BATCH, AT_ONCE, outcomes, progress)) {
            data.impressions(drawn -> (drawn.route() == Route.BACKFILL ? past : live).add(drawn.impression()));
            live.finish();
            past.finish();
        }
        out.println("sealing what is older than 24 hours; the last 24 hours stay estimated");
        long sealed = backfill.close(REASON, SEALED_WITHIN, out);
        position = Math.max(position, Math.max(outcomes.position(), sealed));
        return outcomes;
    }

    private <T> void each(String task, List<T> items, Consumer<T> doing) {
        try (InFlight inFlight = new InFlight(AT_ONCE);
                Progress progress = Progress.show(out, task, items.size())) {
            for (T item : items) {
                inFlight.submit(() -> {
                    doing.accept(item);
                    progress.stepBy(1);
                });
            }
            inFlight.await();
        }
    }
}
