package dev.creatorledger.events.wakeup;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import java.time.Instant;

/**
 * What a saga asked a scheduler for: a call to look at the clock, at least once and perhaps late. It decides nothing and
 * belongs to no aggregate: each stands in a stream of its own.
 */
public sealed interface WakeUp extends LedgerEvent {

    /** The kind of stream, before the colon of its name. */
    String PREFIX = "wake-up:";

    /** The time that was asked for. */
    Instant dueAt();

    /** The warning or the deadline of a payout's settlement is due (P6). */
    record SettlementDeadlineReached(PayoutId payoutId, Instant dueAt) implements WakeUp {}

    /** A membership programme has been paused for as long as it may (B25). */
    record ProgrammeExpiryReached(ChannelId channelId, Instant dueAt) implements WakeUp {}
}
