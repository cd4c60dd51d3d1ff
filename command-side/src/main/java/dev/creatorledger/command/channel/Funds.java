package dev.creatorledger.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.ChannelRules.NothingMoreIsKeptOfAnErasedOwner;
import dev.creatorledger.command.channel.FundsRules.ABalanceAboveItsThresholdIsPaidOut;
import dev.creatorledger.command.channel.FundsRules.ASuspendedChannelRequestsNothing;
import dev.creatorledger.command.channel.FundsRules.OnePayoutIsOpenPerCurrency;
import dev.creatorledger.command.channel.FundsRules.PayoutsGoToARegisteredAccount;
import dev.creatorledger.command.channel.FundsRules.WhatRefundsAreAboutToTakeIsNotPaidOut;
import dev.creatorledger.command.channel.ProgrammeCommand.AskDaysNotFinal;
import dev.creatorledger.command.channel.ProgrammeCommand.FinalizeMembershipIncome;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.BankAccountRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has: final income, what of it is held for payouts, and the account it goes to (A9, L5, P1–P4, P8).
 * A part of {@link Channel}: its events are the only ones that move payable and held.
 */
final class Funds {

    private final FinalIncome income = new FinalIncome();
    private final Holdings holdings = new Holdings();
    private final Set<MembershipDayId> membershipDays = new HashSet<>();

    private @Nullable BankAccount account;
    private boolean suspended;
    private boolean ownerErased;

    /** How much is remembered, in days with final income and open payouts. */
    int size() {
        return income.size() + holdings.size() + membershipDays.size();
    }

    /** How many payouts are open. */
    int openPayouts() {
        return holdings.size();
    }

    @CommandHandler
    void decide(FinalizeEarnings command) {
        if (!income.has(command.windowId().hour())) {
            apply(command.booked());
        }
    }

    @CommandHandler
    void decide(FinalizeMembershipIncome command) {
        if (!membershipDays.contains(command.dayId())) {
            // One event (L5); a day that one amount cannot hold takes several, all in this commit (M1).
            for (Money part : command.creatorPart().parts()) {
                apply(new MembershipIncomeFinalized(command.channelId(), command.dayId(), part));
            }
        }
    }

    @CommandHandler
    Set<MembershipDayId> decide(AskDaysNotFinal command) {
        Set<MembershipDayId> notFinal = new HashSet<>(command.days());
        notFinal.removeAll(membershipDays);
        return notFinal;
    }

    @CommandHandler
    void decide(RegisterBankAccount command) {
        new NothingMoreIsKeptOfAnErasedOwner(ownerErased).check();
        if (!command.account().equals(account)) {
            apply(new BankAccountRegistered(command.channelId(), command.account()));
        }
    }

    /**
     * Holds the whole payable balance (M5, P3); empty if it is held for this payout already, else what is held and for
     * whom. What refunds are about to take stays for them (P7), and what one amount cannot hold stays for the next payout
     * (M1).
     */
    @CommandHandler
    Held decide(HoldForPayout command, Clock clock, Policies policies) {
        Currency currency = command.currency();
        if (holdings.isHeldFor(command.payoutId())) {
            return Held.ALREADY;
        }
        new NothingMoreIsKeptOfAnErasedOwner(ownerErased).check();
        new ASuspendedChannelRequestsNothing(suspended).check();
        new OnePayoutIsOpenPerCurrency(holdings.openIn(currency)).check();
        Total available = holdings.available(currency);
        var threshold = policies.payoutsAt(clock.instant()).threshold(currency);
        new ABalanceAboveItsThresholdIsPaidOut(available, threshold).check();
        Total free = available.minus(command.owed());
        new WhatRefundsAreAboutToTakeIsNotPaidOut(free, command.owed(), threshold).check();
        BankAccount registered = new PayoutsGoToARegisteredAccount(account).checked();
        Money payable = free.capped().payable();
        apply(new PayoutHeld(command.channelId(), command.payoutId(), payable));
        return new Held(payable, registered);
    }

    @CommandHandler
    void decide(ReleasePayout command) {
        Money held = holdings.heldFor(command.payoutId());
        if (held != null) {
            apply(new PayoutReleased(command.channelId(), command.payoutId(), held, command.cause()));
        }
    }

    @CommandHandler
    void decide(BookPaidPayout command) {
        Money held = holdings.heldFor(command.payoutId());
        if (held != null) {
            apply(new PayoutPaid(command.channelId(), command.payoutId(), held));
        }
    }

    @CommandHandler
    void decide(TakeBackPayout command) {
        apply(new PayoutMoneyReturned(command.channelId(), command.payoutId(), command.amount()));
    }

    @EventSourcingHandler
    void evolve(OwnerErased event) {
        ownerErased = true;
        account = null;
    }

    @EventSourcingHandler
    void evolve(AdProgrammeSuspended event) {
        suspended = true;
    }

    @EventSourcingHandler
    void evolve(AdProgrammeReinstated event) {
        suspended = false;
    }

    @EventSourcingHandler
    void evolve(AdProgrammeLeft event) {
        suspended = false; // a channel that left requests as before (P8)
    }

    @EventSourcingHandler
    void evolve(EarningsFinalized event) {
        income.book(event.windowId().hour());
        holdings.credit(event.creatorPart());
    }

    @EventSourcingHandler
    void evolve(MembershipIncomeFinalized event) {
        membershipDays.add(event.dayId());
        holdings.credit(event.creatorPart());
    }

    @EventSourcingHandler
    void evolve(BankAccountRegistered event) {
        account = event.account();
    }

    @EventSourcingHandler
    void evolve(PayoutHeld event) {
        holdings.hold(event.payoutId(), event.amount());
    }

    @EventSourcingHandler
    void evolve(PayoutReleased event) {
        holdings.release(event.payoutId());
    }

    @EventSourcingHandler
    void evolve(PayoutPaid event) {
        holdings.paid(event.payoutId());
    }

    @EventSourcingHandler
    void evolve(PayoutMoneyReturned event) {
        holdings.credit(event.amount());
    }
}
