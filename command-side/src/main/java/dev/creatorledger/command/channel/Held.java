package dev.creatorledger.command.channel;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import org.jspecify.annotations.Nullable;

/**
 * What a channel answers to a request for a payout.
 *
 * @param amount what is held for it from now on; absent if it was held before
 * @param account where it is to go; absent if it was held before
 */
public record Held(@Nullable Money amount, @Nullable BankAccount account) {

    /** It is held already: the request is a repeat. */
    public static final Held ALREADY = new Held(null, null);
}
