package dev.creatorledger.command.window;

import dev.creatorledger.command.video.VideoFacts;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.platform.tracing.Trace;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch of impressions on its way: what was read, by whom, and what is decided so far.
 *
 * @param items what was read, in the order of the request
 * @param videos the facts of every registered video among them
 * @param backfillId the backfill under which it was sent, if any (A11)
 * @param context who sent it
 * @param trace the trace of its request, or none
 * @param outcomes what is decided, in the order of the items; empty until it is
 */
@SuppressWarnings("ArrayRecordComponent") // filled in place, never compared
record Batch(
        List<Item> items,
        Map<VideoId, VideoFacts> videos,
        @Nullable BackfillId backfillId,
        CallContext context,
        Trace trace,
        @Nullable Outcome[] outcomes) {

    /** A batch of which nothing is decided yet. */
    static Batch of(
            List<Item> items, Map<VideoId, VideoFacts> videos, @Nullable BackfillId backfillId, CallContext context) {
        return new Batch(items, videos, backfillId, context, Trace.NONE, new Outcome[items.size()]);
    }

    /** The same batch, as a part of a trace. */
    Batch within(Trace part) {
        return new Batch(items, videos, backfillId, context, part, outcomes);
    }

    /** The same batch, to be decided anew. */
    Batch again() {
        return of(items, videos, backfillId, context).within(trace);
    }

    /** The facts of an item's video, if it names a registered one. */
    @Nullable
    VideoFacts video(Item item) {
        VideoId videoId = item.videoId();
        return videoId == null ? null : videos.get(videoId);
    }

    /** The channel that an item is credited to, as far as it can be told. */
    @Nullable
    ChannelId creditedChannel(Item item) {
        VideoFacts facts = video(item);
        return facts == null ? null : facts.creditedChannelId();
    }

    /** What became of an item. */
    Outcome outcome(int index) {
        Outcome outcome = outcomes[index];
        if (outcome == null) {
            throw new IllegalStateException("every impression has an outcome once its batch is decided");
        }
        return outcome;
    }

    /** Why an item is invalid; {@code null} if it is not. */
    @Nullable
    ItemProblem problem(int index) {
        if (outcome(index) != Outcome.INVALID) {
            return null;
        }
        return items.get(index) instanceof Item.Invalid invalid ? invalid.problem() : ItemProblem.TOTAL_OVERFLOW;
    }
}
