package dev.creatorledger.command.payout;

import static dev.creatorledger.command.Refused.refused;

import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.channel.BookPaidPayout;
import dev.creatorledger.command.channel.ProgrammeCommand.CheckThatNoRefundsRun;
import dev.creatorledger.command.channel.ReleasePayout;
import dev.creatorledger.command.channel.TakeBackPayout;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.FailPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.command.payout.PayoutCommand.ReadTransfer;
import dev.creatorledger.command.payout.PayoutCommand.RejectPayout;
import dev.creatorledger.command.payout.PayoutCommand.RepeatRequest;
import dev.creatorledger.command.payout.PayoutCommand.ReturnPayout;
import dev.creatorledger.command.payout.PayoutCommand.SendPayout;
import dev.creatorledger.command.payout.PayoutCommand.SettlePayout;
import dev.creatorledger.command.payout.PayoutCommand.Transfer;
import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.policy.DefaultPolicies;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("P4 A payout")
class PayoutTest {

    private static final PayoutId ID = new PayoutId("p-1");
    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final Money AMOUNT = Money.ofMajor("4000001", Money.IRR);
    private static final BankAccount ACCOUNT = new BankAccount(
            KeysInMemory.owner(CHANNEL, "Parvin").name(),
            KeysInMemory.owner(CHANNEL, "Parvin").name());
    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar("IR", 1, Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), Set.of());

    private static final Instant REQUESTED_AT = Instant.parse("2026-06-14T10:00:00Z");
    private static final Instant APPROVED_AT = Instant.parse("2026-06-15T10:00:00Z");
    private static final SettlementTerms TERMS = SettlementTerms.of(APPROVED_AT, CALENDAR, 7, 5);
    private static final Instant DEADLINE = TERMS.deadline();

    private static final PayoutEvent REQUESTED = new PayoutRequested(ID, CHANNEL, AMOUNT, ACCOUNT, REQUESTED_AT);
    private static final PayoutEvent APPROVED = new PayoutApproved(ID, APPROVED_AT, TERMS, 1);
    private static final PayoutEvent SENT = new PayoutSent(ID, "BR-1");
    private static final PayoutEvent SETTLED = new PayoutSettled(ID, "BR-2", APPROVED_AT, null);
    private static final PayoutEvent MISSED = new PayoutDeadlineMissed(ID, DEADLINE);

    private static ResultValidator<Payout> after(Instant now, Object command, PayoutEvent... past) {
        return new AggregateTestFixture<>(Payout.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(new DefaultPolicies(CALENDAR))
                .given(List.of(past))
                .when(command);
    }

    private static ResultValidator<Payout> after(Object command, PayoutEvent... past) {
        return after(APPROVED_AT, command, past);
    }

    private static void quiet(ResultValidator<Payout> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refusedAfter(Object command, PayoutEvent... past) {
        after(command, past).expectException(refused(ErrorCode.WRONG_PAYOUT_STATE));
    }

    private static SettlePayout settling(@Nullable Instant at) {
        return new SettlePayout(ID, "BR-2", at);
    }

    @Test
    void beginsWithWhatItsChannelHolds() {
        after(REQUESTED_AT, new OpenPayout(ID, CHANNEL, AMOUNT, ACCOUNT)).expectEvents(REQUESTED);
    }

    @Test
    @DisplayName("P3 of one id is one channel's and one currency's")
    void staysAsItWasRequested() {
        quiet(after(new RepeatRequest(ID, CHANNEL, null), REQUESTED));
        quiet(after(new RepeatRequest(ID, CHANNEL, Money.IRR), REQUESTED, APPROVED, SENT, SETTLED));
        after(new RepeatRequest(ID, new ChannelId("ch-2"), null), REQUESTED)
                .expectException(refused(ErrorCode.PAYOUT_FIXED));
    }

    @Nested
    class Decisions {

        @Test
        void approvalFixesTheTermsOfItsSettlement() {
            after(new ApprovePayout(ID), REQUESTED)
                    .expectEvents(APPROVED)
                    .expectResultMessagePayload(List.of(new CheckThatNoRefundsRun(CHANNEL, Money.IRR)));
            quiet(after(new ApprovePayout(ID), REQUESTED, APPROVED));
            refusedAfter(new ApprovePayout(ID), REQUESTED, APPROVED, SENT);
        }

        @Test
        void rejectionGivesTheMoneyBack() {
            after(new RejectPayout(ID, "another holder"), REQUESTED)
                    .expectEvents(new PayoutRejected(ID, "another holder"))
                    .expectResultMessagePayload(List.of(new ReleasePayout(CHANNEL, ID, Cause.REJECTED)));
            quiet(after(new RejectPayout(ID, "again"), REQUESTED, new PayoutRejected(ID, "another holder")));
            refusedAfter(new RejectPayout(ID, "too late"), REQUESTED, APPROVED);
        }

        @Test
        void cancellingGivesTheMoneyBackUntilItIsSent() {
            PayoutEvent cancelled = new PayoutCancelled(ID, APPROVED_AT);
            after(new CancelPayout(ID), REQUESTED, APPROVED)
                    .expectEvents(cancelled)
                    .expectResultMessagePayload(List.of(new ReleasePayout(CHANNEL, ID, Cause.CANCELLED)));
            quiet(after(new CancelPayout(ID), REQUESTED, cancelled));
            refusedAfter(new CancelPayout(ID), REQUESTED, APPROVED, SENT);
            refusedAfter(new ApprovePayout(ID), REQUESTED, cancelled);
        }
    }

    @Nested
    class WordsOfTheBank {

        @Test
        void sendingIsKnownByItsReference() {
            after(new SendPayout(ID, "BR-1"), REQUESTED, APPROVED).expectEvents(SENT);
            quiet(after(new SendPayout(ID, "BR-1"), REQUESTED, APPROVED, SENT));
            refusedAfter(new SendPayout(ID, "BR-1"), REQUESTED, APPROVED, SENT, SETTLED);
            refusedAfter(
                    new SendPayout(ID, "BR-1"), REQUESTED, APPROVED, SENT, new PayoutFailed(ID, "closed", APPROVED_AT));
            refusedAfter(new SendPayout(ID, "BR-9"), REQUESTED, APPROVED, SENT);
            refusedAfter(new SendPayout(ID, "BR-1"), REQUESTED);
        }

        @Test
        void settlingBooksTheMoneyAsPaidOnce() {
            after(settling(null), REQUESTED, APPROVED, SENT)
                    .expectEvents(SETTLED)
                    .expectResultMessagePayload(List.of(new BookPaidPayout(CHANNEL, ID)));
            quiet(after(settling(null), REQUESTED, APPROVED, SENT, SETTLED));
            refusedAfter(settling(null), REQUESTED, APPROVED, SENT, SETTLED, new PayoutReturned(ID, "closed"));
            refusedAfter(new SettlePayout(ID, "BR-9", null), REQUESTED, APPROVED, SENT, SETTLED);
            refusedAfter(settling(null), REQUESTED, APPROVED);
        }

        @Test
        void settlingIsNeitherBeforeTheApprovalNorAheadOfTheClock() {
            after(settling(APPROVED_AT.minusNanos(1)), REQUESTED, APPROVED, SENT)
                    .expectException(refused(ErrorCode.SETTLED_AT_INVALID));
            after(settling(APPROVED_AT.plusNanos(1)), REQUESTED, APPROVED, SENT)
                    .expectException(refused(ErrorCode.SETTLED_AT_INVALID));
        }

        @Test
        void failingGivesTheMoneyBackAndEndsIt() {
            PayoutEvent failed = new PayoutFailed(ID, "account closed", APPROVED_AT);
            after(new FailPayout(ID, "account closed"), REQUESTED, APPROVED, SENT)
                    .expectEvents(failed)
                    .expectResultMessagePayload(List.of(new ReleasePayout(CHANNEL, ID, Cause.FAILED)));
            quiet(after(new FailPayout(ID, "account closed"), REQUESTED, APPROVED, SENT, failed));
            refusedAfter(settling(null), REQUESTED, APPROVED, SENT, failed);
            refusedAfter(new FailPayout(ID, "no"), REQUESTED, APPROVED, SENT, SETTLED);
        }

        @Test
        void returningGivesTheMoneyBackOnce() {
            PayoutEvent returned = new PayoutReturned(ID, "account closed");
            after(new ReturnPayout(ID, "account closed"), REQUESTED, APPROVED, SENT, SETTLED)
                    .expectEvents(returned)
                    .expectResultMessagePayload(List.of(new TakeBackPayout(CHANNEL, ID, AMOUNT)));
            quiet(after(new ReturnPayout(ID, "again"), REQUESTED, APPROVED, SENT, SETTLED, returned));
            refusedAfter(new ReturnPayout(ID, "no"), REQUESTED, APPROVED, SENT);
        }
    }

    @Nested
    @DisplayName("P6 watched by its deadline")
    class Deadline {

        private final WatchDeadline look = new WatchDeadline(ID);
        private final PayoutEvent warned = new PayoutDeadlineApproaching(ID, DEADLINE);

        @Test
        void warnsAtTheEndOfTheFifthBusinessDayAndNotBefore() {
            quiet(after(TERMS.warnAt().minusNanos(1), look, REQUESTED, APPROVED));
            after(TERMS.warnAt(), look, REQUESTED, APPROVED).expectEvents(warned);
            quiet(after(TERMS.warnAt(), look, REQUESTED, APPROVED, SENT, warned));
        }

        @Test
        void missesAtTheDeadlineOnce() {
            quiet(after(DEADLINE.minusNanos(1), look, REQUESTED, APPROVED, warned));
            after(DEADLINE, look, REQUESTED, APPROVED, SENT, warned).expectEvents(MISSED);
            quiet(after(DEADLINE.plusSeconds(86_400), look, REQUESTED, APPROVED, warned, MISSED));
        }

        @Test
        void decidesBothInOrderIfNobodyLookedInTime() {
            after(DEADLINE.plusSeconds(1), look, REQUESTED, APPROVED).expectEvents(warned, MISSED);
        }

        @Test
        void isNothingToAPayoutThatEndedOrWasNeverApproved() {
            quiet(after(DEADLINE, look, REQUESTED));
            quiet(after(DEADLINE, look, REQUESTED, APPROVED, SENT, SETTLED));
            quiet(after(DEADLINE, look, REQUESTED, APPROVED, new PayoutCancelled(ID, APPROVED_AT)));
            quiet(after(DEADLINE, look, REQUESTED, APPROVED, SENT, new PayoutFailed(ID, "closed", APPROVED_AT)));
        }

        @Test
        void isKeptByASettlementBeforeItThatIsToldAfterIt() {
            after(DEADLINE.plusSeconds(60), settling(DEADLINE.minusNanos(1)), REQUESTED, APPROVED, SENT)
                    .expectEvents(new PayoutSettled(ID, "BR-2", DEADLINE.minusNanos(1), null));
        }

        @Test
        void isMissedByASettlementInItsVerySecond() {
            after(DEADLINE, settling(DEADLINE), REQUESTED, APPROVED, SENT)
                    .expectEvents(MISSED, new PayoutSettled(ID, "BR-2", DEADLINE, 1));
        }

        @Test
        void isNotHiddenByAnEndThatComesBeforeTheWatch() {
            Instant late = DEADLINE.plusSeconds(60);
            after(late, new CancelPayout(ID), REQUESTED, APPROVED).expectEvents(MISSED, new PayoutCancelled(ID, late));
            after(late, new FailPayout(ID, "closed"), REQUESTED, APPROVED, SENT, MISSED)
                    .expectEvents(new PayoutFailed(ID, "closed", late));
        }
    }

    @Test
    @DisplayName("U7 each reading of where it goes is recorded")
    void recordsEachReadingOfWhereItGoes() {
        after(new ReadTransfer(ID), REQUESTED, APPROVED)
                .expectEvents(new PayoutTransferRead(ID))
                .expectResultMessagePayload(new Transfer(AMOUNT, ACCOUNT));
        refusedAfter(new ReadTransfer(ID), REQUESTED);
        refusedAfter(new ReadTransfer(ID), REQUESTED, new PayoutRejected(ID, "no"));
    }
}
