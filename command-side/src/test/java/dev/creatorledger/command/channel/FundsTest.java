package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.PARVIN;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.leaving;
import static dev.creatorledger.command.channel.ChannelScenario.reinstatement;
import static dev.creatorledger.command.channel.ChannelScenario.suspension;

import dev.creatorledger.events.channel.ChannelEvent.BankAccountRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a channel has, and what of it is held")
class FundsTest {

    private static final long THRESHOLD = 4_000_000_000_000L;
    private static final PayoutId PAYOUT = new PayoutId("p-1");
    private static final BankAccount ACCOUNT = new BankAccount(PARVIN.name(), PARVIN.name());
    private static final BankAccountRegistered REGISTERED = new BankAccountRegistered(CHANNEL, ACCOUNT);

    private static EarningsFinalized income(int hour, long micros) {
        WindowId window =
                new WindowId(CHANNEL, Instant.parse("2026-06-01T00:00:00Z").plusSeconds(3_600L * hour));
        Money creator = Money.rialMicros(micros);
        return new EarningsFinalized(CHANNEL, window, 1, creator, creator, Money.rialMicros(0), 10_000, 1);
    }

    private static ChannelScenario having(long micros) {
        return enrolled().after(REGISTERED, income(0, micros));
    }

    private static HoldForPayout asking(String payoutId) {
        return asking(payoutId, 0);
    }

    /** While refunds are about to take so much. */
    private static HoldForPayout asking(String payoutId, long owed) {
        return new HoldForPayout(CHANNEL, new PayoutId(payoutId), Total.of(Money.rialMicros(owed)));
    }

    private static PayoutHeld held(long micros) {
        return new PayoutHeld(CHANNEL, PAYOUT, Money.rialMicros(micros));
    }

    @Nested
    @DisplayName("P1, M5 A request holds the whole payable balance")
    class Requests {

        @Test
        void exactlyTheThresholdIsNotEnough() {
            having(THRESHOLD).when(asking("p-1")).expectException(refused(ErrorCode.BELOW_THRESHOLD));
        }

        @Test
        void oneMicroAboveIsEnoughAndStaysOnTheBalance() {
            having(THRESHOLD + 1)
                    .when(asking("p-1"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(held(THRESHOLD))
                    .expectResultMessagePayload(new Held(Money.rialMicros(THRESHOLD), ACCOUNT));
        }

        @Test
        void wholeRialsAreHeldAndNothingLess() {
            having(THRESHOLD + 1_999_999)
                    .when(asking("p-1"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(held(THRESHOLD + 1_000_000));
        }

        @Test
        @DisplayName("P7 what refunds are about to take stays on the balance")
        void whatRefundsAreAboutToTakeStays() {
            having(3 * THRESHOLD)
                    .when(asking("p-1", THRESHOLD + 1))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(held(2 * THRESHOLD - 1_000_000));
            having(2 * THRESHOLD)
                    .when(asking("p-1", THRESHOLD))
                    .expectNoEvents()
                    .expectException(refused(ErrorCode.REFUNDS_RUNNING));
            having(2 * THRESHOLD)
                    .when(asking("p-1", THRESHOLD - 1))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(held(THRESHOLD));
            having(THRESHOLD).when(asking("p-1", 1)).expectException(refused(ErrorCode.BELOW_THRESHOLD));
            having(2 * THRESHOLD)
                    .when(asking("p-1", 9 * THRESHOLD))
                    .expectException(refused(ErrorCode.REFUNDS_RUNNING));
        }

        @Test
        void aRepeatIsQuiet() {
            having(THRESHOLD + 1)
                    .after(held(THRESHOLD))
                    .when(asking("p-1"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents()
                    .expectResultMessagePayload(Held.ALREADY);
        }

        @Test
        void aCurrencyWithoutAThresholdIsNotPaidOut() {
            having(THRESHOLD + 1)
                    .when(new HoldForPayout(CHANNEL, PAYOUT, Total.zero(Currency.getInstance("JPY"))))
                    .expectException(refused(ErrorCode.CURRENCY_NOT_PAYABLE));
        }

        @Test
        @DisplayName("P2 an account is needed first")
        void anAccountIsNeededFirst() {
            enrolled()
                    .after(income(0, THRESHOLD + 1))
                    .when(asking("p-1"))
                    .expectException(refused(ErrorCode.NO_BANK_ACCOUNT));
        }

        @Test
        @DisplayName("P3 one is open at a time, and later income goes to the next")
        void oneIsOpenAtATime() {
            ChannelScenario open = having(THRESHOLD + 1).after(held(THRESHOLD), income(1, 2 * THRESHOLD));
            open.when(asking("p-2")).expectException(refused(ErrorCode.PAYOUT_OPEN));
            open.after(new PayoutPaid(CHANNEL, PAYOUT, Money.rialMicros(THRESHOLD)))
                    .when(asking("p-2"))
                    .expectEvents(new PayoutHeld(CHANNEL, new PayoutId("p-2"), Money.rialMicros(2 * THRESHOLD)));
        }

        @Test
        @DisplayName("U7 an erased owner is paid nothing more")
        void anErasedOwnerIsPaidNothingMore() {
            having(THRESHOLD + 1)
                    .after(new OwnerErased(CHANNEL))
                    .when(asking("p-1"))
                    .expectException(refused(ErrorCode.PERSON_ERASED));
        }
    }

    @Nested
    @DisplayName("M1 A balance that one amount cannot hold")
    class BeyondOneAmount {

        /** The whole rials of the largest amount. The balance has twice that amount: 1.55 rial more than twice this. */
        private static final long MOST = 9_223_372_036_854_000_000L;

        private final ChannelScenario rich = having(Long.MAX_VALUE).after(income(1, Long.MAX_VALUE));

        @Test
        @DisplayName("M5 is held as far as whole rials of one amount go, and the rest stays for the next payout")
        void isHeldAsFarAsOneAmountGoes() {
            rich.when(asking("p-1"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(held(MOST))
                    .expectResultMessagePayload(new Held(Money.rialMicros(MOST), ACCOUNT));
            rich.after(held(MOST), new PayoutPaid(CHANNEL, PAYOUT, Money.rialMicros(MOST)));
            rich.when(asking("p-2")).expectEvents(new PayoutHeld(CHANNEL, new PayoutId("p-2"), Money.rialMicros(MOST)));
        }

        @Test
        void keepsWhatRemainsBelowTheThreshold() {
            rich.after(held(MOST), new PayoutPaid(CHANNEL, PAYOUT, Money.rialMicros(MOST)));
            rich.after(
                    new PayoutHeld(CHANNEL, new PayoutId("p-2"), Money.rialMicros(MOST)),
                    new PayoutPaid(CHANNEL, new PayoutId("p-2"), Money.rialMicros(MOST)));
            rich.when(asking("p-3")).expectException(refused(ErrorCode.BELOW_THRESHOLD));
        }

        @Test
        void takesBackWhatTheBankReturnsAndGoesOnTakingIncome() {
            Money most = Money.rialMicros(MOST);
            rich.after(held(MOST), new PayoutPaid(CHANNEL, PAYOUT, most));
            rich.when(new TakeBackPayout(CHANNEL, PAYOUT, most))
                    .expectEvents(new PayoutMoneyReturned(CHANNEL, PAYOUT, most));
            rich.after(new PayoutMoneyReturned(CHANNEL, PAYOUT, most), income(2, Long.MAX_VALUE))
                    .when(asking("p-2"))
                    .expectEvents(new PayoutHeld(CHANNEL, new PayoutId("p-2"), most));
        }
    }

    @Nested
    @DisplayName("P8 Who may request")
    class Programme {

        @Test
        void aSuspendedChannelMayNot() {
            having(THRESHOLD + 1)
                    .after(suspension("2026-06-15T08:00:00Z"))
                    .when(asking("p-1"))
                    .expectException(refused(ErrorCode.CHANNEL_SUSPENDED));
        }

        @Test
        void aReinstatedOneMay() {
            having(THRESHOLD + 1)
                    .after(suspension("2026-06-15T08:00:00Z"), reinstatement("2026-06-15T10:00:00Z"))
                    .when(asking("p-1"))
                    .expectEvents(held(THRESHOLD));
        }

        @Test
        void oneThatLeftRequestsAsBefore() {
            having(THRESHOLD + 1)
                    .after(suspension("2026-06-15T08:00:00Z"), leaving("2026-06-15T11:00:00Z"))
                    .when(asking("p-1"))
                    .expectEvents(held(THRESHOLD));
        }
    }

    @Nested
    @DisplayName("P4 What was held is given back or paid, once")
    class Ends {

        private final ChannelScenario open = having(THRESHOLD + 1).after(held(THRESHOLD));

        @Test
        void itIsReleasedInFullAndCanBeAskedForAgain() {
            PayoutReleased released = new PayoutReleased(CHANNEL, PAYOUT, Money.rialMicros(THRESHOLD), Cause.FAILED);
            open.when(new ReleasePayout(CHANNEL, PAYOUT, Cause.FAILED)).expectEvents(released);
            open.after(released)
                    .when(asking("p-2"))
                    .expectEvents(new PayoutHeld(CHANNEL, new PayoutId("p-2"), Money.rialMicros(THRESHOLD)));
        }

        @Test
        void aSecondEndOfAnyKindIsQuiet() {
            open.after(new PayoutPaid(CHANNEL, PAYOUT, Money.rialMicros(THRESHOLD)));
            open.when(new ReleasePayout(CHANNEL, PAYOUT, Cause.FAILED))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            open.when(new BookPaidPayout(CHANNEL, PAYOUT))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void whatComesBackIsAvailableAgain() {
            Money amount = Money.rialMicros(THRESHOLD);
            PayoutMoneyReturned returned = new PayoutMoneyReturned(CHANNEL, PAYOUT, amount);
            open.after(new PayoutPaid(CHANNEL, PAYOUT, amount));
            open.when(new TakeBackPayout(CHANNEL, PAYOUT, amount)).expectEvents(returned);
            open.after(returned).when(asking("p-2")).expectEvents(new PayoutHeld(CHANNEL, new PayoutId("p-2"), amount));
        }

        @Test
        @DisplayName("U7 an owner with an open payout is not erased")
        void anOwnerWithAnOpenPayoutIsNotErased() {
            open.when(new EraseOwner(CHANNEL)).expectException(refused(ErrorCode.PAYOUT_OPEN));
            open.after(new PayoutPaid(CHANNEL, PAYOUT, Money.rialMicros(THRESHOLD)))
                    .when(new EraseOwner(CHANNEL))
                    .expectEvents(new OwnerErased(CHANNEL));
        }
    }

    @Test
    @DisplayName("P2 the same account again is quiet")
    void theSameAccountAgainIsQuiet() {
        enrolled().when(new RegisterBankAccount(CHANNEL, ACCOUNT)).expectEvents(REGISTERED);
        enrolled()
                .after(REGISTERED)
                .when(new RegisterBankAccount(CHANNEL, ACCOUNT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
