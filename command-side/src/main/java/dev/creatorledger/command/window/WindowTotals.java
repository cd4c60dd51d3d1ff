package dev.creatorledger.command.window;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;

/**
 * The final totals of a sealed window (A8).
 *
 * @param qualified how many impressions earn
 * @param net what they earned together
 * @param creatorPart the creator's part of it
 * @param shareBps the share of the hour, basis points
 * @param policyVersion the version of the policy in force (V1)
 */
public record WindowTotals(
        WindowId windowId, long qualified, Money net, Money creatorPart, int shareBps, int policyVersion) {

    /** The platform's part: all that is not the creator's (M3). */
    public Money platformPart() {
        return net.minus(creatorPart);
    }
}
