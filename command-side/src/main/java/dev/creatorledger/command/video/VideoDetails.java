package dev.creatorledger.command.video;

import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import java.util.Optional;
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

    /** What the channel's counts of videos grow by with a video like this (B1). */
    Optional<CountVideos> counted(ChannelId channelId) {
        return Optional.of(new CountVideos(channelId, 1, one(madeForKids), one(isIneligible())));
    }

    /** How the channel's counts change if a video becomes like this; empty if they do not (B1). */
    Optional<CountVideos> countedInsteadOf(VideoDetails before, ChannelId channelId) {
        CountVideos change = new CountVideos(
                channelId,
                0,
                one(madeForKids) - one(before.madeForKids),
                one(isIneligible()) - one(before.isIneligible()));
        return change.madeForKids() == 0 && change.ineligible() == 0 ? Optional.empty() : Optional.of(change);
    }

    private boolean isIneligible() {
        return madeForKids || musicClaim;
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }
}
