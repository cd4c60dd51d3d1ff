package dev.creatorledger.command.video;

import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import org.jspecify.annotations.Nullable;

/** What may change about a video (C2). */
record VideoDetails(boolean madeForKids, boolean musicClaim, @Nullable String title) {

    static VideoDetails of(RegisterVideo command) {
        return new VideoDetails(command.madeForKids(), command.musicClaim(), command.title());
    }

    static VideoDetails of(VideoRegistered event) {
        return new VideoDetails(event.madeForKids(), event.musicClaim(), event.title());
    }

    static VideoDetails of(VideoDetailsChanged event) {
        return new VideoDetails(event.madeForKids(), event.musicClaim(), event.title());
    }
}
