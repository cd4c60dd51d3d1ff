package dev.creatorledger.command.video;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import org.jspecify.annotations.Nullable;

/** How a video came about and who uploaded it: never changes (C2). */
record VideoOrigin(ChannelId channelId, VideoKind kind, boolean webcam, @Nullable VideoId originalVideoId) {

    static VideoOrigin of(RegisterVideo command) {
        return new VideoOrigin(command.channelId(), command.kind(), command.webcam(), command.originalVideoId());
    }

    static VideoOrigin of(VideoRegistered event) {
        return new VideoOrigin(event.channelId(), event.kind(), event.webcam(), event.originalVideoId());
    }

    /** Whether the channel made it itself; a copy has this from its original (C3, C4). */
    boolean isOriginalProduction() {
        return kind == VideoKind.ORIGINAL || (kind == VideoKind.GAMING && webcam);
    }
}
