package dev.creatorledger.command.channel;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.PayoutId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is available in each currency, and what open payouts hold (P1, P3). There is room for every credit: what a
 * sealed window or day has brought, or the bank sends back, can be booked whatever there is already (M1).
 */
final class Holdings {

    private final Map<Currency, Total> available = new HashMap<>();
    private final Map<PayoutId, Money> held = new HashMap<>();

    /** How many payouts are open. */
    int size() {
        return held.size();
    }

    /** What is available in a currency; it can be below zero (P7). */
    Total available(Currency currency) {
        return available.getOrDefault(currency, Total.zero(currency));
    }

    /** Whether something is held for a payout. */
    boolean isHeldFor(PayoutId payoutId) {
        return held.containsKey(payoutId);
    }

    /** What is held for a payout, if anything. */
    @Nullable
    Money heldFor(PayoutId payoutId) {
        return held.get(payoutId);
    }

    /** The payout that is open in a currency, if one is. */
    Optional<PayoutId> openIn(Currency currency) {
        return held.entrySet().stream()
                .filter(open -> open.getValue().currency().equals(currency))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void credit(Money money) {
        available.put(money.currency(), available(money.currency()).plus(money));
    }

    void hold(PayoutId payoutId, Money money) {
        available.put(money.currency(), available(money.currency()).minus(money));
        held.put(payoutId, money);
    }

    void release(PayoutId payoutId) {
        credit(Objects.requireNonNull(held.remove(payoutId), "nothing is released that was not held"));
    }

    void paid(PayoutId payoutId) {
        held.remove(payoutId);
    }
}
