package dev.creatorledger.command.video;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;

/**
 * What never changes about a video: whom it is credited to (C3, C4).
 *
 * @param videoId the video
 * @param creditedChannelId the only channel that earns from it
 * @param creditedVideoId the video it is reported under; itself if it is no copy
 * @param originalProduction whether watching it counts for eligibility
 */
public record VideoFacts(
        VideoId videoId, ChannelId creditedChannelId, VideoId creditedVideoId, boolean originalProduction) {

    /** The facts of a registered video. */
    public static VideoFacts of(VideoRegistered event) {
        return new VideoFacts(
                event.videoId(), event.creditedChannelId(), event.creditedVideoId(), event.originalProduction());
    }

    /** Of a video that is no copy: credited to itself and its own channel. */
    static VideoFacts ofOriginal(RegisterVideo command) {
        return new VideoFacts(
                command.videoId(),
                command.channelId(),
                command.videoId(),
                VideoOrigin.of(command).isOriginalProduction());
    }
}
