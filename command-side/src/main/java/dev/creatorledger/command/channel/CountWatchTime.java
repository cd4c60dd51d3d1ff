package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Count the seconds that one video of original production was watched on one UTC day, in place of what was counted
 * before (A1, C5).
 */
public record CountWatchTime(
        @TargetAggregateIdentifier ChannelId channelId, VideoId videoId, LocalDate date, long watchSeconds) {}
