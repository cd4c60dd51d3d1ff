package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.command.membership.MembershipRules.OnlyAMemberWithPerksChangesTier;
import dev.creatorledger.command.membership.MembershipRules.OnlyATierOfTheProgrammeIsChosen;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Changes of tier: up for the rest of the period at once, down from the next one; a later change replaces it (B14). */
final class TierChanges {

    private final MembershipState state;
    private final ProgrammeTerms terms;
    private final CatchingUp work;

    TierChanges(MembershipState state, ProgrammeTerms terms, CatchingUp work) {
        this.state = state;
        this.terms = terms;
        this.work = work;
    }

    void change(TierId wanted, Instant now) {
        boolean isPresent = wanted.equals(state.tierId);
        new OnlyAMemberWithPerksChangesTier(state.status, state.declined, terms.isOn()).check();
        PricedTier tier = new OnlyATierOfTheProgrammeIsChosen(wanted, terms.find(wanted), isPresent).checked();
        int present = terms.tier(state.tierId).tier().rank();
        if (tier.tier().rank() > present) {
            upgrade(tier, now);
        } else {
            work.withdraw(state.upgrade, false);
            plan(wanted);
        }
    }

    /** The present tier gives up what was planned. */
    private void plan(TierId wanted) {
        TierId next = state.planned == null ? state.tierId : state.planned;
        if (!next.equals(wanted)) {
            apply(new TierChangePlanned(state.id, wanted));
        }
    }

    private void upgrade(PricedTier tier, Instant now) {
        TierId wanted = tier.tier().tierId();
        if (state.upgrade != null && state.upgrade.tierId().equals(wanted)) {
            return; // it is asked already
        }
        work.withdraw(state.upgrade, false);
        plan(state.tierId);
        int period = state.periods.numberAt(now);
        Instant start = state.periods.start(period);
        Instant end = state.periods.start(period + 1);
        Money difference = tier.priceAt(start).minus(terms.tier(state.tierId).priceAt(start));
        Money amount = prorated(
                difference,
                Duration.between(now, end).toMillis(),
                Duration.between(start, end).toMillis());
        if (amount.micros() <= 0) {
            apply(new TierChanged(state.id, wanted, now));
            return;
        }
        ChargeId chargeId = ChargeId.ofUpgrade(state.id, state.upgrades + 1);
        Charge charge = new Charge(chargeId, ChargeKind.UPGRADE, wanted, amount, start, end, now, 1, null);
        work.ask(chargeId, charge, now, 1);
    }

    /** What the rest of a period costs: in milliseconds, rounded down to what can be paid (B14, M5). */
    static Money prorated(Money difference, long millisLeft, long millisOfPeriod) {
        long micros = BigInteger.valueOf(difference.micros())
                .multiply(BigInteger.valueOf(millisLeft))
                .divide(BigInteger.valueOf(millisOfPeriod))
                .longValueExact();
        return new Money(micros, difference.currency()).payable();
    }
}
