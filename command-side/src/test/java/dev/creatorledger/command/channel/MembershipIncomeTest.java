package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.PARVIN;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ProgrammeScenario.EXPIRED;
import static dev.creatorledger.command.channel.ProgrammeScenario.ending;
import static dev.creatorledger.command.channel.ProgrammeScenario.paused;
import static dev.creatorledger.command.channel.ProgrammeScenario.set;
import static dev.creatorledger.command.channel.ProgrammeScenario.tier;

import dev.creatorledger.command.channel.ProgrammeCommand.AskDaysNotFinal;
import dev.creatorledger.command.channel.ProgrammeCommand.CheckThatNoRefundsRun;
import dev.creatorledger.command.channel.ProgrammeCommand.FinalizeMembershipIncome;
import dev.creatorledger.events.channel.ChannelEvent.BankAccountRegistered;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Membership income on the channel's balance")
class MembershipIncomeTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final PayoutId PAYOUT = new PayoutId("p-1");
    private static final BankAccountRegistered REGISTERED =
            new BankAccountRegistered(CHANNEL, new BankAccount(PARVIN.name(), PARVIN.name()));

    private static MembershipDayId day(int day, Currency currency) {
        return new MembershipDayId(CHANNEL, currency, LocalDate.of(2026, 6, day));
    }

    private static MembershipIncomeFinalized income(int day, String dollars) {
        return new MembershipIncomeFinalized(CHANNEL, day(day, USD), Money.ofMajor(dollars, USD));
    }

    private static FinalizeMembershipIncome finalizing(int day, String dollars) {
        return new FinalizeMembershipIncome(CHANNEL, day(day, USD), Total.of(Money.ofMajor(dollars, USD)));
    }

    @Nested
    @DisplayName("L5 A day becomes final")
    class Days {

        @Test
        void once() {
            enrolled().when(finalizing(1, "70")).expectEvents(income(1, "70"));
            enrolled()
                    .after(income(1, "70"))
                    .when(finalizing(1, "71"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void perCurrency() {
            Money rials = Money.ofMajor("7", Money.IRR);
            enrolled()
                    .after(income(1, "70"))
                    .when(new FinalizeMembershipIncome(CHANNEL, day(1, Money.IRR), Total.of(rials)))
                    .expectEvents(new MembershipIncomeFinalized(CHANNEL, day(1, Money.IRR), rials));
        }

        @Test
        @DisplayName("P7 below zero if more was paid back, held money stays")
        void belowZeroIfNeedBe() {
            enrolled()
                    .after(REGISTERED, income(1, "101"), new PayoutHeld(CHANNEL, PAYOUT, Money.ofMajor("101", USD)))
                    .when(finalizing(2, "-40"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(income(2, "-40"));
        }

        @Test
        @DisplayName("M1 however much there is already")
        void howeverMuchThereIsAlready() {
            Money most = new Money(Long.MAX_VALUE, USD);
            enrolled()
                    .after(income(1, "70"))
                    .when(new FinalizeMembershipIncome(CHANNEL, day(2, USD), Total.of(most)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new MembershipIncomeFinalized(CHANNEL, day(2, USD), most));
        }

        @Test
        @DisplayName("P7 and is asked for no more then: what it has taken, it takes once")
        void andIsAskedForNoMore() {
            Set<MembershipDayId> days = Set.of(day(1, USD), day(2, USD));
            enrolled()
                    .after(income(1, "-50"))
                    .when(new AskDaysNotFinal(CHANNEL, days))
                    .expectNoEvents()
                    .expectResultMessagePayload(Set.of(day(2, USD)));
        }

        @Test
        @DisplayName("M1 in several events of one commit if one amount cannot hold it, and once all the same")
        void inSeveralEventsIfOneAmountCannotHoldIt() {
            Money most = new Money(-Long.MAX_VALUE, USD);
            Money rest = new Money(-5, USD);
            FinalizeMembershipIncome refunds = new FinalizeMembershipIncome(
                    CHANNEL, day(2, USD), Total.of(most).plus(rest));
            MembershipIncomeFinalized[] parts = {
                new MembershipIncomeFinalized(CHANNEL, day(2, USD), most),
                new MembershipIncomeFinalized(CHANNEL, day(2, USD), rest)
            };
            enrolled().when(refunds).expectSuccessfulHandlerExecution().expectEvents((Object[]) parts);
            enrolled()
                    .after(parts)
                    .when(refunds)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("P1, P7 It is paid out")
    class Payouts {

        private final HoldForPayout asking = new HoldForPayout(CHANNEL, PAYOUT, Total.zero(USD));

        @Test
        void inItsOwnCurrency() {
            enrolled()
                    .after(REGISTERED, income(1, "100.015"))
                    .when(asking)
                    .expectEvents(new PayoutHeld(CHANNEL, PAYOUT, Money.ofMajor("100.01", USD)));
        }

        @Test
        void afterItHasOffsetWhatWasPaidBack() {
            enrolled()
                    .after(REGISTERED, income(1, "-50"), income(2, "150"))
                    .when(asking)
                    .expectException(refused(ErrorCode.BELOW_THRESHOLD));
            enrolled()
                    .after(REGISTERED, income(1, "-50"), income(2, "150.01"))
                    .when(asking)
                    .expectEvents(new PayoutHeld(CHANNEL, PAYOUT, Money.ofMajor("100.01", USD)));
        }
    }

    @Nested
    @DisplayName("P7 While refunds are booked")
    class RefundsRunning {

        private static final Tier IN_DOLLARS =
                new Tier(new TierId("t-1"), "Friends", 1, Money.ofMajor("5", USD), false, List.of());

        private final ChannelScenario inDollars = ending().after(set(IN_DOLLARS));

        private static CheckThatNoRefundsRun checking(@Nullable Currency currency) {
            return new CheckThatNoRefundsRun(CHANNEL, currency);
        }

        @Test
        void nothingIsPaidOutInTheProgrammesCurrency() {
            inDollars.when(checking(USD)).expectNoEvents().expectException(refused(ErrorCode.REFUNDS_RUNNING));
        }

        @Test
        void otherCurrenciesGoOn_theChannelsOwnIfNoneIsNamed() {
            inDollars.when(checking(Money.IRR)).expectResultMessagePayload(Money.IRR);
            inDollars.when(checking(null)).expectResultMessagePayload(Money.IRR);
            ending().after(set(tier("t-1", 1, "500000")))
                    .when(checking(null))
                    .expectException(refused(ErrorCode.REFUNDS_RUNNING));
        }

        @Test
        void allIsFreeOnceTheyAreBooked() {
            inDollars
                    .after(new MembershipRefundsBooked(CHANNEL, 2))
                    .when(checking(USD))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void aPauseThatLastedTooLongCountsAsOver() {
            paused().after(set(IN_DOLLARS))
                    .at(EXPIRED)
                    .when(checking(USD))
                    .expectException(refused(ErrorCode.REFUNDS_RUNNING));
            paused().after(set(IN_DOLLARS))
                    .at(EXPIRED.minusNanos(1))
                    .when(checking(USD))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void aProgrammeWithoutTiersHasNobodyToRefund() {
            ending().when(checking(USD)).expectSuccessfulHandlerExecution();
        }
    }
}
