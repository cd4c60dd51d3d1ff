package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask on what terms windows of some hours are opened; answered by a list of {@link HourTerms} in the same order (A3,
 * A4).
 *
 * @param channelId the credited channel
 * @param hours first instants of hours
 */
public record AskHourTerms(@TargetAggregateIdentifier ChannelId channelId, List<Instant> hours) {}
