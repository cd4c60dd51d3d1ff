package dev.creatorledger.events.video;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to a video: registered, described, and watched. */
public sealed interface VideoEvent extends LedgerEvent {

    /** The video it happened to. */
    VideoId videoId();

    /**
     * A video was registered (C2), its credit resolved for ever (C4).
     *
     * @param originalVideoId the video it republishes, as the client named it; only for {@link VideoKind#REPUBLISHED}
     * @param creditedVideoId the first video of the chain of republishing; the video itself if it is no copy
     * @param creditedChannelId the channel that uploaded that first video, the only one to earn from this one
     * @param originalProduction whether watching it counts for eligibility (C3), as decided by the credited video
     */
    record VideoRegistered(
            VideoId videoId,
            ChannelId channelId,
            VideoKind kind,
            boolean webcam,
            @Nullable VideoId originalVideoId,
            VideoId creditedVideoId,
            ChannelId creditedChannelId,
            boolean originalProduction,
            boolean madeForKids,
            boolean musicClaim,
            @Nullable String title)
            implements VideoEvent {}

    /** Title or flags of a video were changed (C2); all are given as they are now. */
    record VideoDetailsChanged(
            VideoId videoId, ChannelId channelId, boolean madeForKids, boolean musicClaim, @Nullable String title)
            implements VideoEvent {}

    /**
     * Another service reported how a video was watched on one UTC day; it replaces what was reported before (C5).
     *
     * @param creditedVideoId the video it is shown under (C4)
     * @param creditedChannelId the channel it counts for (C4)
     * @param views views of the day
     * @param watchSeconds seconds watched on the day
     * @param previousViews views reported for that day before, 0 if none
     * @param previousWatchSeconds seconds reported for that day before, 0 if none
     */
    record VideoAudienceReported(
            VideoId videoId,
            VideoId creditedVideoId,
            ChannelId creditedChannelId,
            LocalDate date,
            long views,
            long watchSeconds,
            long previousViews,
            long previousWatchSeconds)
            implements VideoEvent {}
}
