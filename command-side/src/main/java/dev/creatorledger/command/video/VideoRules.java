package dev.creatorledger.command.video;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every rule that a video can break, each a sentence. */
final class VideoRules {

    private VideoRules() {}

    /** C2. */
    record AVideoIsUploadedByARegisteredChannel(ChannelId channelId, boolean registered) implements Rule {

        @Override
        public boolean holds() {
            return registered;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.UNKNOWN_CHANNEL, "The channel " + channelId.value() + " is not registered.");
        }
    }

    /** C2. */
    record ACopyNamesARegisteredOriginal(@Nullable VideoId originalVideoId, Optional<VideoFacts> original)
            implements Rule {

        @Override
        public boolean holds() {
            return originalVideoId == null || original.isPresent();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.UNKNOWN_ORIGINAL, "The original of a copy is registered before the copy.");
        }
    }

    /** C2. */
    record TheOriginOfAVideoNeverChanges(VideoOrigin registered, VideoOrigin asked) implements Rule {

        @Override
        public boolean holds() {
            return registered.equals(asked);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.VIDEO_FIXED,
                    "Channel, kind, webcam and original of a video stay as they were registered.");
        }
    }

    /** C5. */
    record NobodyHasWatchedTomorrow(LocalDate date, LocalDate today) implements Rule {

        @Override
        public boolean holds() {
            return !date.isAfter(today);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.AUDIENCE_IN_FUTURE, "Days are UTC; today is " + today + ".");
        }
    }
}
