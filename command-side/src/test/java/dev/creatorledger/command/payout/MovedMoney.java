package dev.creatorledger.command.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where one channel's money is, as its events alone tell it; written without a look at the aggregates. */
final class MovedMoney {

    /** Of one currency, in micros. */
    private static final class Sums {
        private long income;
        private long available;
        private long held;
        private long paid;
    }

    private final Map<Currency, Sums> sums = new HashMap<>();
    private final Map<PayoutId, Money> held = new HashMap<>();
    private final Map<PayoutId, Money> paid = new HashMap<>();
    private final Map<PayoutId, Money> requested = new HashMap<>();
    private final Set<PayoutId> ended = new HashSet<>();
    private final Set<PayoutId> returned = new HashSet<>();
    private final Set<PayoutId> missed = new HashSet<>();

    static MovedMoney in(List<Object> events) {
        MovedMoney money = new MovedMoney();
        events.forEach(money::take);
        return money;
    }

    private void take(Object event) {
        if (event instanceof EarningsFinalized income) {
            of(income.creatorPart()).income += income.creatorPart().micros();
            of(income.creatorPart()).available += income.creatorPart().micros();
        } else if (event instanceof PayoutHeld hold) {
            of(hold.amount()).available -= hold.amount().micros();
            of(hold.amount()).held += hold.amount().micros();
            assertThat(held.put(hold.payoutId(), hold.amount())).as("held once").isNull();
        } else if (event instanceof PayoutReleased release) {
            fromHeld(release.payoutId(), release.amount());
            of(release.amount()).available += release.amount().micros();
        } else if (event instanceof PayoutPaid payment) {
            fromHeld(payment.payoutId(), payment.amount());
            of(payment.amount()).paid += payment.amount().micros();
            paid.put(payment.payoutId(), payment.amount());
        } else if (event instanceof PayoutMoneyReturned back) {
            assertThat(paid.remove(back.payoutId())).isEqualTo(back.amount());
            of(back.amount()).paid -= back.amount().micros();
            of(back.amount()).available += back.amount().micros();
        } else {
            takeTurn(event);
        }
    }

    private void fromHeld(PayoutId payoutId, Money amount) {
        assertThat(held.remove(payoutId)).as("what leaves is what was held").isEqualTo(amount);
        of(amount).held -= amount.micros();
    }

    private void takeTurn(Object event) {
        if (event instanceof PayoutRequested request) {
            assertThat(requested.put(request.payoutId(), request.amount())).isNull();
        } else if (event instanceof PayoutRejected end) {
            once(ended, end.payoutId());
        } else if (event instanceof PayoutCancelled end) {
            once(ended, end.payoutId());
        } else if (event instanceof PayoutFailed end) {
            once(ended, end.payoutId());
        } else if (event instanceof PayoutSettled end) {
            once(ended, end.payoutId());
        } else if (event instanceof PayoutReturned back) {
            once(returned, back.payoutId());
        } else if (event instanceof PayoutDeadlineMissed late) {
            once(missed, late.payoutId());
        }
    }

    private static void once(Set<PayoutId> seen, PayoutId payoutId) {
        assertThat(seen.add(payoutId)).as("%s once", payoutId).isTrue();
    }

    private Sums of(Money money) {
        return sums.computeIfAbsent(money.currency(), currency -> new Sums());
    }

    /** P3, P4, L3: nothing is lost or made, one payout is open per currency, and each stands as its money does. */
    void check() {
        sums.forEach((currency, sum) -> {
            assertThat(sum.available + sum.held + sum.paid)
                    .as("in %s", currency)
                    .isEqualTo(sum.income);
            assertThat(List.of(sum.available, sum.held, sum.paid)).allMatch(micros -> micros >= 0);
            assertThat(held.values().stream().filter(money -> money.currency().equals(currency)))
                    .hasSizeLessThanOrEqualTo(1);
        });
        requested.forEach((payoutId, amount) -> {
            boolean open = !ended.contains(payoutId);
            assertThat(held.get(payoutId)).as("held while it is open").isEqualTo(open ? amount : null);
        });
        assertThat(requested.keySet()).containsAll(held.keySet());
    }
}
