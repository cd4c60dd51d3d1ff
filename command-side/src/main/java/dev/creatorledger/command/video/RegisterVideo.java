package dev.creatorledger.command.video;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Register a video, or give its details anew; channel, kind, webcam and original never change (C2).
 *
 * @param videoId the video
 * @param channelId the channel that uploads it
 * @param kind how it came about
 * @param webcam whether a recording of a game shows the player
 * @param originalVideoId the video it republishes; only for {@link VideoKind#REPUBLISHED}
 * @param madeForKids whether it is made for kids
 * @param musicClaim whether somebody claims its music
 * @param title its title, if it has one
 */
public record RegisterVideo(
        @TargetAggregateIdentifier VideoId videoId,
        ChannelId channelId,
        VideoKind kind,
        boolean webcam,
        @Nullable VideoId originalVideoId,
        boolean madeForKids,
        boolean musicClaim,
        @Nullable String title) {}
