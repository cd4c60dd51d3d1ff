package dev.creatorledger.command.window;

import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import org.jspecify.annotations.Nullable;

/** One item of a batch, as it was read. */
sealed interface Item {

    /** The reporter's id of it, as far as it could be read. */
    @Nullable
    String impressionId();

    /** The video, as far as it could be read. */
    @Nullable
    VideoId videoId();

    /** Net revenue in micros of rial, as far as it could be read; else 0. */
    long micros();

    /** An impression that can be decided upon. */
    record Valid(Impression impression, ImpressionDigest digest) implements Item {
        @Override
        public String impressionId() {
            return impression.impressionId();
        }

        @Override
        public VideoId videoId() {
            return impression.videoId();
        }

        @Override
        public long micros() {
            return impression.netRevenue().micros();
        }
    }

    /** Something that is no impression. */
    record Invalid(@Nullable String impressionId, @Nullable VideoId videoId, long micros, ItemProblem problem)
            implements Item {}
}
