package dev.creatorledger.command.membership;

import static dev.creatorledger.command.membership.MembershipScenario.CHANNEL;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.MEMBER;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.USD;
import static dev.creatorledger.command.membership.MembershipScenario.ended;
import static dev.creatorledger.command.membership.MembershipScenario.freeingTheSlot;
import static dev.creatorledger.command.membership.MembershipScenario.inOrder;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.memberOn;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.refunding;
import static dev.creatorledger.command.membership.MembershipScenario.split;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.upgrade;
import static dev.creatorledger.command.membership.MembershipScenario.usd;
import static dev.creatorledger.command.membership.MembershipScenario.withdrawn;

import dev.creatorledger.command.Refused;
import dev.creatorledger.command.membership.RefundCommand.OpenRefund;
import dev.creatorledger.command.membership.RefundCommand.SettleRefund;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("B25 B26 The end of a programme")
class TerminationTest {

    private static final String JAN = "2026-01-15T00:00:00Z";
    private static final String FEB = "2026-02-15T00:00:00Z";
    private static final String MAR = "2026-03-15T00:00:00Z";
    private static final String END = "2026-02-20T00:00:00Z";
    private static final String NOW = "2026-02-21T09:00:00Z";

    private static MembershipScenario terminated(MembershipScenario member) {
        return member.programmeTerminated(END, EndReason.VOLUNTARY).at(NOW);
    }

    private static List<Object> refundOf(String period) {
        return refunding(period(period), split(SILVER_PRICE), RefundCause.VOLUNTARY, END, NOW);
    }

    @Nested
    @DisplayName("ends a membership")
    class Ending {

        @Test
        void thatIsActiveAndRefundsItsLatestPaidPeriod() {
            MembershipScenario member = member(JAN).at(FEB).caughtUp().paid(FEB);
            terminated(member)
                    .when(member.catchingUp())
                    .expectEvents(ended(EndReason.VOLUNTARY, END))
                    .expectResultMessagePayload(inOrder(List.of(freeingTheSlot()), refundOf(FEB)));
        }

        @Test
        void onceHoweverOftenItIsTold() {
            MembershipScenario member = terminated(member(JAN));
            member.caughtUp();
            quiet(member.when(member.catchingUp()));
        }

        @ParameterizedTest
        @EnumSource(
                value = EndReason.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"MOBILE_PERIOD_ENDED", "PROGRAMME_PAUSED"})
        void forWhateverReasonWithARefundOfThatCause(EndReason reason) {
            MembershipScenario member = member(JAN)
                    .programmeTerminated("2026-01-20T00:00:00Z", reason)
                    .at(NOW);
            member.when(member.catchingUp())
                    .expectEvents(ended(reason, "2026-01-20T00:00:00Z"))
                    .expectResultMessagePayload(inOrder(
                            List.of(freeingTheSlot()),
                            refunding(
                                    period(JAN),
                                    split(SILVER_PRICE),
                                    RefundCause.valueOf(reason.name()),
                                    "2026-01-20T00:00:00Z",
                                    NOW)));
        }

        @Test
        void thatIsPendingWithoutARefund() {
            MembershipScenario pending = joined(FEB);
            terminated(pending)
                    .when(pending.catchingUp())
                    .expectEvents(withdrawn(period(FEB), false), ended(EndReason.VOLUNTARY, END))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
        }

        @Test
        @DisplayName("B24 that is paused, of the web or of a mobile store whose period still runs")
        void thatIsPaused() {
            for (Platform platform : Platform.values()) {
                MembershipScenario member = memberOn(platform, FEB).programmePaused("2026-02-16T00:00:00Z");
                terminated(member)
                        .when(member.catchingUp())
                        .expectEvents(
                                new MembershipPaused(
                                        ID,
                                        2,
                                        time("2026-02-16T00:00:00Z"),
                                        platform == Platform.WEB ? null : time(MAR)),
                                ended(EndReason.VOLUNTARY, END))
                        .expectResultMessagePayload(inOrder(List.of(freeingTheSlot()), refundOf(FEB)));
            }
        }

        @Test
        @DisplayName("B23 but not one that a mobile store sold and whose period ended before")
        void butNotOneOfAMobileStoreThatIsOver() {
            MembershipScenario member = memberOn(Platform.IOS, JAN).programmePaused("2026-01-16T00:00:00Z");
            terminated(member)
                    .when(member.catchingUp())
                    .expectEvents(
                            new MembershipPaused(ID, 2, time("2026-01-16T00:00:00Z"), time(FEB)),
                            ended(EndReason.MOBILE_PERIOD_ENDED, FEB))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
        }

        @Test
        void thatIsCancelledWhileItsPaidPeriodRuns() {
            MembershipScenario member = member(FEB);
            member.given(member.cancelling());
            terminated(member)
                    .when(member.catchingUp())
                    .expectEvents(ended(EndReason.VOLUNTARY, END))
                    .expectResultMessagePayload(refundOf(FEB));
        }

        @Test
        @DisplayName("B28 as of its time: also if the paid period is over by now")
        void thatWasCancelledAndWhosePaidPeriodRanThen() {
            MembershipScenario member = member("2026-01-20T12:00:00Z");
            member.given(member.cancelling());
            terminated(member)
                    .when(member.catchingUp())
                    .expectEvents(ended(EndReason.VOLUNTARY, END))
                    .expectResultMessagePayload(refunding(
                            period("2026-01-20T12:00:00Z"), split(SILVER_PRICE), RefundCause.VOLUNTARY, END, NOW));
        }

        @Test
        void butNotOneThatIsOverAlready() {
            MembershipScenario cancelled = member("2026-01-20T00:00:00Z");
            quiet(terminated(cancelled.given(cancelled.cancelling())).when(cancelled.catchingUp()));
            MembershipScenario unpaid = joined(FEB);
            quiet(terminated(unpaid.given(unpaid.cancelling())).when(unpaid.catchingUp()));
        }
    }

    @Nested
    @DisplayName("refunds")
    class Refunding {

        @Test
        void everyPaymentOfTheLatestPaidPeriodUpgradesIncluded() {
            MembershipScenario member = member(JAN).at(FEB).caughtUp().paid(FEB);
            member.given(member.changingTo(GOLD)).given(member.paying(upgrade(1), usd("5")));
            terminated(member)
                    .when(member.catchingUp())
                    .expectResultMessagePayload(inOrder(
                            List.of(freeingTheSlot()),
                            refundOf(FEB),
                            refunding(upgrade(1), split(usd("5")), RefundCause.VOLUNTARY, END, NOW)));
        }

        @Test
        void anUpgradeThatWasPaidBeforeItsPeriodToo() {
            MembershipScenario member = member(JAN).at(FEB).caughtUp();
            member.given(member.changingTo(GOLD))
                    .given(member.paying(upgrade(1), usd("5")))
                    .paid(FEB);
            terminated(member)
                    .when(member.catchingUp())
                    .expectResultMessagePayload(inOrder(
                            List.of(freeingTheSlot()),
                            refunding(upgrade(1), split(usd("5")), RefundCause.VOLUNTARY, END, NOW),
                            refundOf(FEB)));
        }

        @Test
        void nothingForChargesDeclinedOrWithoutAnOutcome() {
            MembershipScenario open = member(JAN).at(FEB).caughtUp();
            terminated(open)
                    .when(open.catchingUp())
                    .expectEvents(withdrawn(period(FEB), false), ended(EndReason.VOLUNTARY, END))
                    .expectResultMessagePayload(inOrder(List.of(freeingTheSlot()), refundOf(JAN)));
            MembershipScenario declined =
                    member(JAN).at(FEB).caughtUp().declined(FEB, 1).at("2026-02-16T00:00:00Z");
            terminated(declined.caughtUp())
                    .when(declined.catchingUp())
                    .expectResultMessagePayload(inOrder(List.of(freeingTheSlot()), refundOf(JAN)));
        }

        @Test
        void onlyTheLatestPaidPeriodIfAnOlderOneIsPaidAfterIt() {
            MembershipScenario member = member("2026-01-10T00:00:00Z")
                    .at("2026-02-10T00:00:00Z")
                    .caughtUp()
                    .programmePaused("2026-02-11T00:00:00Z")
                    .programmeResumed("2026-02-12T00:00:00Z")
                    .at("2026-03-10T00:00:00Z")
                    .caughtUp()
                    .paid("2026-03-10T00:00:00Z")
                    .paid("2026-02-10T00:00:00Z")
                    .programmeTerminated("2026-03-11T00:00:00Z", EndReason.FRAUD)
                    .at("2026-03-11T00:00:00Z");
            member.when(member.catchingUp())
                    .expectResultMessagePayload(inOrder(
                            List.of(freeingTheSlot()),
                            refunding(
                                    period("2026-03-10T00:00:00Z"),
                                    split(SILVER_PRICE),
                                    RefundCause.FRAUD,
                                    "2026-03-11T00:00:00Z",
                                    "2026-03-11T00:00:00Z")));
        }

        @Test
        @DisplayName("M4 the recorded split, tax included")
        void theRecordedSplit() {
            MembershipScenario member = joined(FEB);
            member.given(member.paying(period(FEB), SILVER_PRICE, usd("0.455")));
            PaymentSplit recorded = PaymentSplit.of(SILVER_PRICE, usd("0.455"), 7_000);
            terminated(member)
                    .when(member.catchingUp())
                    .expectResultMessagePayload(inOrder(
                            List.of(freeingTheSlot()),
                            refunding(period(FEB), recorded, RefundCause.VOLUNTARY, END, NOW)));
        }
    }

    @Nested
    @DisplayName("A refund")
    class OneRefund {

        private final RefundId id = RefundId.ofPaymentOf(period(FEB));
        private final PaymentSplit split =
                new PaymentSplit(SILVER_PRICE, new Money(3_493_001, USD), new Money(1_496_999, USD), Money.zero(USD));
        private final OpenRefund opening =
                new OpenRefund(id, ID, CHANNEL, MEMBER, period(FEB), split, RefundCause.VOLUNTARY, time(END));
        private final RefundDue due =
                new RefundDue(id, ID, CHANNEL, MEMBER, period(FEB), split, RefundCause.VOLUNTARY, time(END));
        private final RefundSettled settled = new RefundSettled(id, "PR-7", split, time(NOW));

        private static ResultValidator<Refund> after(Object command, Object... past) {
            return new AggregateTestFixture<>(Refund.class)
                    .registerInjectableResource(Clock.fixed(time(NOW), ZoneOffset.UTC))
                    .given(past)
                    .when(command);
        }

        @Test
        void isDueOnceWhateverTheCauses() {
            after(opening).expectEvents(due);
            after(opening, due).expectSuccessfulHandlerExecution().expectNoEvents();
            after(new OpenRefund(id, ID, CHANNEL, MEMBER, period(FEB), split, RefundCause.NOT_OWED, time(NOW)), due)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        @DisplayName("M4 is settled once, by the recorded split")
        void isSettledOnce() {
            after(new SettleRefund(id, "PR-7"), due).expectEvents(settled);
            after(new SettleRefund(id, "PR-7"), due, settled)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            after(new SettleRefund(id, "PR-8"), due, settled).expectException(Refused.refused(ErrorCode.REFUND_FIXED));
        }
    }
}
