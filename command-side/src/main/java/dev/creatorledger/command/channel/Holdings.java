package dev.creatorledger.command.channel;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is available in each currency, and what open payouts hold (P1, P3). */
final class Holdings {

    private final Map<Currency, Money> available = new HashMap<>();
    private final Map<PayoutId, Money> held = new HashMap<>();

    /** How many payouts are open. */
    int size() {
        return held.size();
    }

    /** What is available in a currency; it can be below zero (P7). */
    Money available(Currency currency) {
        return available.getOrDefault(currency, Money.zero(currency));
    }

    /**
     * Checks that a credit fits, so that a later event never fails to be taken in.
     *
     * @throws ArithmeticException if available and held together would not fit 64 bits of micros
     */
    void mustFit(Money credit) {
        Money total = available(credit.currency()).plus(credit);
        for (Money open : held.values()) {
            if (open.currency().equals(credit.currency())) {
                total = total.plus(open);
            }
        }
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
