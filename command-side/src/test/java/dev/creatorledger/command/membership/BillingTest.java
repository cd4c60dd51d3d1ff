package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.CHANNEL;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.NO_TAX;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.USD;
import static dev.creatorledger.command.membership.MembershipScenario.booking;
import static dev.creatorledger.command.membership.MembershipScenario.due;
import static dev.creatorledger.command.membership.MembershipScenario.inOrder;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.refunding;
import static dev.creatorledger.command.membership.MembershipScenario.silverDue;
import static dev.creatorledger.command.membership.MembershipScenario.silverPaid;
import static dev.creatorledger.command.membership.MembershipScenario.split;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.usd;
import static dev.creatorledger.command.membership.MembershipScenario.using;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipDayCommand.BookPayment;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.PaymentReferenceEvent.PaymentReferenceUsed;
import dev.creatorledger.events.membership.PaymentReferenceId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B11 Billing")
class BillingTest {

    private static final String JAN = "2026-01-31T10:00:00Z";
    private static final String FEB = "2026-02-28T10:00:00Z";
    private static final String MAR = "2026-03-31T10:00:00Z";
    private static final String APR = "2026-04-30T10:00:00Z";

    @Nested
    @DisplayName("goes by months from the moment of joining")
    class Months {

        @ParameterizedTest
        @CsvSource({
            "2026-01-31T10:00:00Z, 1, 2026-02-28T10:00:00Z",
            "2026-01-31T10:00:00Z, 2, 2026-03-31T10:00:00Z",
            "2026-01-31T10:00:00Z, 3, 2026-04-30T10:00:00Z",
            "2028-01-31T23:59:59.999Z, 1, 2028-02-29T23:59:59.999Z",
            "2028-01-30T00:00:00Z, 1, 2028-02-29T00:00:00Z",
            "2100-01-29T00:00:00Z, 1, 2100-02-28T00:00:00Z",
            "2028-02-29T00:00:00Z, 12, 2029-02-28T00:00:00Z",
            "2028-02-29T00:00:00Z, 48, 2032-02-29T00:00:00Z",
            "2026-12-31T10:00:00Z, 2, 2027-02-28T10:00:00Z"
        })
        void whoseBillingDayIsKept(String joinedAt, int number, String start) {
            BillingPeriods periods = new BillingPeriods(time(joinedAt));
            assertThat(periods.start(number)).isEqualTo(time(start));
            assertThat(periods.numberAt(time(start))).isEqualTo(number);
            assertThat(periods.numberAt(time(start).minusNanos(1))).isEqualTo(number - 1);
            assertThat(periods.firstFrom(time(start))).isEqualTo(number);
            assertThat(periods.firstFrom(time(start).plusNanos(1))).isEqualTo(number + 1);
        }

        @Test
        void eachIsAskedOnceAtItsStart() {
            quiet(member(JAN).whenCaughtUp("2026-02-28T09:59:59.999Z"));
            member(JAN).whenCaughtUp(FEB).expectEvents(silverDue(FEB, MAR, FEB, 1));
            quiet(member(JAN).at(FEB).caughtUp().whenCaughtUp("2026-03-30T00:00:00Z"));
            member(JAN).at(FEB).caughtUp().paid(FEB).whenCaughtUp(MAR).expectEvents(silverDue(MAR, APR, MAR, 1));
        }

        @Test
        @DisplayName("B28 is asked as of its start, however late")
        void isAskedAsOfItsStart() {
            member(JAN).whenCaughtUp("2026-03-05T00:00:00Z").expectEvents(silverDue(FEB, MAR, FEB, 1));
        }

        @Test
        @DisplayName("B3 costs what the tier costs at the start of the period")
        void costsWhatTheTierCostsAtItsStart() {
            member(JAN)
                    .priced(SILVER, FEB, usd("5.99"))
                    .priced(SILVER, "2026-02-28T10:00:00.001Z", usd("6.99"))
                    .whenCaughtUp("2026-03-05T00:00:00Z")
                    .expectEvents(due(SILVER, usd("5.99"), FEB, MAR, FEB, 1));
        }
    }

    @Nested
    @DisplayName("without an outcome")
    class WithoutAnOutcome {

        @Test
        void asksNoFurtherCharge() {
            quiet(joined(JAN).whenCaughtUp("2026-12-01T00:00:00Z"));
            quiet(member(JAN).at(FEB).caughtUp().whenCaughtUp("2026-12-01T00:00:00Z"));
        }

        @Test
        void asksTheMissedPeriodsOneByOneAfterwards() {
            MembershipScenario late = member(JAN).at(FEB).caughtUp().at("2026-04-15T00:00:00Z");
            late.when(late.paying(period(FEB), SILVER_PRICE))
                    .expectEvents(silverPaid(FEB, MAR, "2026-04-15T00:00:00Z"), silverDue(MAR, APR, MAR, 1));
            MembershipScenario next =
                    member(JAN).at(FEB).caughtUp().at("2026-04-15T00:00:00Z").paid(FEB);
            next.when(next.paying(period(MAR), SILVER_PRICE))
                    .expectEvents(silverPaid(MAR, APR, "2026-04-15T00:00:00Z"));
        }
    }

    @Nested
    @DisplayName("a payment")
    class Payments {

        @Test
        @DisplayName("makes the membership active and is booked on its day (L5)")
        void isBookedOnItsDay() {
            MembershipScenario pending = joined(JAN).at("2026-02-01T00:00:00Z");
            ChargeId charge = period(JAN);
            pending.when(pending.paying(charge, SILVER_PRICE))
                    .expectEvents(silverPaid(JAN, FEB, "2026-02-01T00:00:00Z"))
                    .expectResultMessagePayload(
                            List.of(using(charge), booking(charge, SILVER_PRICE, "2026-02-01T00:00:00Z")));
        }

        @Test
        @DisplayName("B5 M3 is split net of tax, the odd micro to the creator")
        void isSplitNetOfTax() {
            MembershipScenario pending = joined(JAN);
            ChargeId charge = period(JAN);
            PaymentSplit split =
                    new PaymentSplit(SILVER_PRICE, new Money(3_174_500, USD), new Money(1_360_500, USD), usd("0.455"));
            pending.when(pending.paying(charge, SILVER_PRICE, usd("0.455")))
                    .expectEvents(new MembershipChargePaid(
                            ID,
                            charge,
                            ChargeKind.PERIOD,
                            SILVER,
                            "PR-" + charge.value(),
                            split,
                            time(JAN),
                            time(FEB),
                            time(JAN)))
                    .expectResultMessagePayload(List.of(
                            using(charge),
                            new BookPayment(MembershipDayId.of(CHANNEL, USD, time(JAN)), ID, charge, split)));
        }

        @Test
        void isOneForACharge() {
            MembershipScenario member = member(JAN).at(FEB);
            ReportPaid other = new ReportPaid(ID, period(JAN), "PR-other", usd("1"), NO_TAX, member.terms());
            member.caughtUp();
            quiet(member.when(other));
        }

        @Test
        void isTheAmountOfItsCharge() {
            ChargeId charge = period(JAN);
            MembershipScenario member = joined(JAN);
            for (Money wrong :
                    List.of(usd("4.98"), usd("5"), usd("0"), usd("-4.99"), Money.ofMajor("4.99", Money.IRR))) {
                MembershipScenario pending = joined(JAN);
                pending.when(pending.paying(charge, wrong, Money.zero(wrong.currency())))
                        .expectNoEvents()
                        .expectException(refused(ErrorCode.AMOUNT_MISMATCH));
            }
            for (Money tax : List.of(SILVER_PRICE, usd("5"), usd("-0.01"), Money.ofMajor("1", Money.IRR))) {
                MembershipScenario pending = joined(JAN);
                pending.when(pending.paying(charge, SILVER_PRICE, tax))
                        .expectNoEvents()
                        .expectException(refused(ErrorCode.TAX_INVALID));
            }
            member.when(member.paying(charge, SILVER_PRICE, new Money(SILVER_PRICE.micros() - 1, USD)))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void ofAChargeThatWasNeverAskedIsNotFound() {
            MembershipScenario member = member(JAN);
            member.when(member.paying(period(FEB), SILVER_PRICE)).expectException(refused(ErrorCode.NOT_FOUND));
        }
    }

    @Nested
    @DisplayName("a payment that nobody owes is booked and refunded in full at once")
    class NotOwed {

        private static final String NOW = "2026-03-02T12:00:00Z";

        private static void notOwed(MembershipScenario member, String start) {
            ChargeId charge = period(start);
            member.at(NOW)
                    .when(member.paying(charge, SILVER_PRICE))
                    .expectEvents(new UnowedPaymentReceived(
                            ID, charge, "PR-" + charge.value(), split(SILVER_PRICE), time(NOW)))
                    .expectResultMessagePayload(inOrder(
                            List.of(using(charge), booking(charge, SILVER_PRICE, NOW)),
                            refunding(charge, split(SILVER_PRICE), RefundCause.NOT_OWED, NOW, NOW)));
        }

        @Test
        void afterCancelling() {
            MembershipScenario member = member(JAN).at(FEB).caughtUp();
            notOwed(member.given(member.cancelling()), FEB);
            MembershipScenario pending = joined(JAN);
            notOwed(pending.given(pending.cancelling()), JAN);
        }

        @Test
        void afterTheEnd() {
            MembershipScenario member = member(JAN)
                    .at(FEB)
                    .caughtUp()
                    .programmeTerminated("2026-03-01T00:00:00Z", EndReason.VOLUNTARY)
                    .at("2026-03-01T00:00:00Z")
                    .caughtUp();
            notOwed(member, FEB);
        }

        @Test
        void afterLapsing() {
            MembershipScenario member =
                    member("2026-01-15T00:00:00Z").at("2026-02-15T00:00:00Z").caughtUp();
            for (int attempt = 1; attempt <= 5; attempt++) {
                member.at("2026-02-2" + attempt + "T00:00:00Z").caughtUp().declined("2026-02-15T00:00:00Z", attempt);
            }
            notOwed(member, "2026-02-15T00:00:00Z");
        }

        @Test
        void onceAndIsQuietAfterThat() {
            MembershipScenario member = joined(JAN);
            member.given(member.cancelling()).at(NOW).paid(JAN);
            quiet(member.when(member.paying(period(JAN), SILVER_PRICE)));
        }

        @Test
        void andNeverRefusedButForItsAmount() {
            MembershipScenario member = joined(JAN);
            member.given(member.cancelling())
                    .when(member.paying(period(JAN), usd("1")))
                    .expectException(refused(ErrorCode.AMOUNT_MISMATCH));
        }
    }

    @Nested
    @DisplayName("a reference of the payment service")
    class References {

        private final ChargeId charge = period(JAN);
        private final PaymentReferenceUsed used =
                new PaymentReferenceUsed(PaymentReferenceId.of("PR-1"), "PR-1", charge);

        private static ResultValidator<PaymentReference> after(Object command, Object... past) {
            return new AggregateTestFixture<>(PaymentReference.class)
                    .given(past)
                    .when(command);
        }

        @Test
        void isOneCharges() {
            after(new UseReference("PR-1", charge)).expectEvents(used);
            after(new UseReference("PR-1", charge), used)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            after(new UseReference("PR-1", period(FEB)), used)
                    .expectException(refused(ErrorCode.PAYMENT_REFERENCE_USED));
        }
    }
}
