package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a programme go by: where it stands, every turn that it has taken, and what its tiers cost and
 * have cost (B3, B27). It never changes; the programme gives another one when anything has.
 *
 * @param channelId the channel whose programme it is
 * @param status where the programme stands
 * @param turns its turns, oldest first
 * @param tiers its tiers, each with its prices
 */
public record ProgrammeTerms(ChannelId channelId, Status status, List<Turn> turns, Map<TierId, PricedTier> tiers) {

    /** Where a programme stands (B20–B26). */
    public enum Status {
        OFF,
        ON,
        PAUSED,
        TERMINATED
    }

    /** What a turn of a programme is (B27). */
    public enum TurnKind {
        ON,
        PAUSED,
        RESUMED,
        TERMINATED
    }

    /**
     * A turn of a programme.
     *
     * @param number its number, from 1
     * @param reason why it was terminated, if it was
     */
    public record Turn(long number, TurnKind kind, Instant at, @Nullable EndReason reason) {}

    /** A price from a time on. */
    public record Price(Instant from, Money amount) {}

    /**
     * A tier as it is, and its prices.
     *
     * @param prices the oldest first; there is at least one
     */
    public record PricedTier(Tier tier, List<Price> prices) {

        /** What it cost at an instant; before its first price, what it cost first (B3). */
        public Money priceAt(Instant at) {
            Money price = prices.get(0).amount();
            for (Price next : prices) {
                if (next.from().isAfter(at)) {
                    break;
                }
                price = next.amount();
            }
            return price;
        }
    }

    /** Copies the collections. */
    public ProgrammeTerms {
        turns = List.copyOf(turns);
        tiers = Map.copyOf(tiers);
    }

    /** Whether the programme is on. */
    public boolean isOn() {
        return status == Status.ON;
    }

    /** The number of the last turn; 0 before the first. */
    public long turn() {
        return turns.isEmpty() ? 0 : turns.get(turns.size() - 1).number();
    }

    /** The turns after one of them, oldest first. */
    public List<Turn> turnsAfter(long number) {
        return turns.stream().filter(turn -> turn.number() > number).toList();
    }

    /** A tier, if the programme has it. */
    public Optional<PricedTier> find(TierId tierId) {
        return Optional.ofNullable(tiers.get(tierId));
    }

    /**
     * A tier that a member has: tiers are never taken away.
     *
     * @throws IllegalStateException if there is none of this name
     */
    public PricedTier tier(TierId tierId) {
        return find(tierId).orElseThrow(() -> new IllegalStateException(channelId + " has no tier " + tierId));
    }
}
