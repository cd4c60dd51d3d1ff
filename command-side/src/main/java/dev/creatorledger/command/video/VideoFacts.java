package dev.creatorledger.command.video;

import dev.creatorledger.events.channel.ChannelId;
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
        VideoId videoId, ChannelId creditedChannelId, VideoId creditedVideoId, boolean originalProduction) {}
