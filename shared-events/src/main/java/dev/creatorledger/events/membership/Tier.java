package dev.creatorledger.events.membership;

import dev.creatorledger.events.money.Money;
import java.util.List;

/**
 * A tier of a programme (B3).
 *
 * @param tierId its identity within the programme
 * @param title what it is called
 * @param rank its place among the others, unique; the higher, the more expensive
 * @param monthlyPrice what a month costs, a whole number of the smallest payable unit (M5)
 * @param closed whether it takes no new members
 * @param perks what its members have; those of the lower tiers are included besides
 */
public record Tier(TierId tierId, String title, int rank, Money monthlyPrice, boolean closed, List<Perk> perks) {

    /** Copies the perks. */
    public Tier {
        perks = List.copyOf(perks);
    }
}
