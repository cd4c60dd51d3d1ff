package dev.creatorledger.command.window;

import dev.creatorledger.command.video.VideoFacts;
import dev.creatorledger.command.window.WindowRules.AnImpressionIsNotShownInTheFuture;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Decides what can be decided without a window, and sorts the rest by window (A6). */
final class Sorting {

    private final Instant now;
    private final AdPolicy policy;

    Sorting(Instant now, AdPolicy policy) {
        this.now = now;
        this.policy = policy;
    }

    /** The parts of a batch, in the order in which windows are taken. */
    Collection<Part> partsOf(Batch batch) {
        Map<WindowId, Part> parts = new HashMap<>();
        for (int i = 0; i < batch.items().size(); i++) {
            Item item = batch.items().get(i);
            if (!(item instanceof Item.Valid valid)) {
                batch.outcomes()[i] = Outcome.INVALID;
                continue;
            }
            Impression impression = valid.impression();
            VideoFacts video = batch.video(item);
            if (!new AnImpressionIsNotShownInTheFuture(impression.shownAt(), now, policy).holds()) {
                batch.outcomes()[i] = Outcome.IN_FUTURE;
            } else if (video == null) {
                batch.outcomes()[i] = Outcome.UNKNOWN_VIDEO;
            } else {
                WindowId windowId = WindowId.of(video.creditedChannelId(), impression.shownAt());
                parts.computeIfAbsent(windowId, id -> new Part(batch, id)).add(i, credited(valid, video));
            }
        }
        return new TreeMap<>(parts).values();
    }

    private static CreditedImpression credited(Item.Valid item, VideoFacts video) {
        VideoId shown = item.videoId();
        VideoId reported = video.creditedVideoId();
        return new CreditedImpression(item.impression(), item.digest(), reported.equals(shown) ? null : reported);
    }
}
