package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.CHANNEL;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.USD;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.usd;

import dev.creatorledger.command.membership.MembershipDayCommand.AskCreatorPart;
import dev.creatorledger.command.membership.MembershipDayCommand.BookPayment;
import dev.creatorledger.command.membership.MembershipDayCommand.BookRefund;
import dev.creatorledger.command.membership.MembershipDayCommand.SealMembershipDay;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayEvent;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipDaySealed;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.policy.DefaultPolicies;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L5 The membership income of a day")
class MembershipDayTest {

    private static final MembershipDayId DAY = new MembershipDayId(CHANNEL, USD, LocalDate.parse("2026-02-15"));
    private static final String SEALED_FROM = "2026-02-16T01:00:00Z";
    private static final ChargeId CHARGE = period("2026-02-15T00:00:00Z");
    private static final PaymentSplit SPLIT = PaymentSplit.of(usd("10"), usd("1"), 7_000);
    private static final MembershipDayEvent PAID = new MembershipPaymentBooked(DAY, ID, CHARGE, SPLIT);
    private static final MembershipDayEvent REFUNDED =
            new MembershipRefundBooked(DAY, ID, RefundId.ofPaymentOf(CHARGE), SPLIT);
    private static final MembershipDayEvent SEALED =
            new MembershipDaySealed(DAY, 1, 0, usd("6.3"), usd("2.7"), usd("1"));

    private static ResultValidator<MembershipDay> after(String now, Object command, MembershipDayEvent... past) {
        return new AggregateTestFixture<>(MembershipDay.class)
                .registerInjectableResource(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .registerInjectableResource((Policies) new DefaultPolicies())
                .given(List.of(past))
                .when(command);
    }

    @Test
    void takesPaymentsAndRefundsInAnyOrder() {
        after(SEALED_FROM, new BookPayment(DAY, ID, CHARGE, SPLIT)).expectEvents(PAID);
        after(SEALED_FROM, new BookRefund(DAY, ID, RefundId.ofPaymentOf(CHARGE), SPLIT))
                .expectEvents(REFUNDED);
        after(SEALED_FROM, new BookRefund(DAY, ID, RefundId.ofPaymentOf(CHARGE), SPLIT), PAID)
                .expectEvents(REFUNDED);
    }

    @Test
    void isSealedOneHourAfterItsEndAndNotBefore() {
        after("2026-02-16T00:59:59.999Z", new SealMembershipDay(DAY), PAID)
                .expectNoEvents()
                .expectResultMessagePayload(Optional.empty());
        after(SEALED_FROM, new SealMembershipDay(DAY), PAID)
                .expectEvents(SEALED)
                .expectResultMessagePayload(Optional.of(Total.of(usd("6.3"))));
    }

    @Test
    void isSealedOnceAndSaysTheSameAgain() {
        after(SEALED_FROM, new SealMembershipDay(DAY), PAID, SEALED)
                .expectNoEvents()
                .expectResultMessagePayload(Optional.of(Total.of(usd("6.3"))));
    }

    @Test
    @DisplayName("P7 can come to less than nothing")
    void canComeToLessThanNothing() {
        after(SEALED_FROM, new SealMembershipDay(DAY), PAID, REFUNDED, REFUNDED)
                .expectEvents(new MembershipDaySealed(DAY, 1, 2, usd("-6.3"), usd("-2.7"), usd("-1")))
                .expectResultMessagePayload(Optional.of(Total.of(usd("-6.3"))));
    }

    @Test
    @DisplayName("M1 takes whatever comes, and is sealed in several events of one commit if one amount cannot hold it")
    void outgrowsWhatOneAmountHolds() {
        PaymentSplit large = PaymentSplit.of(new Money(Long.MAX_VALUE, USD), usd("0"), 10_000);
        RefundId refund = RefundId.ofPaymentOf(CHARGE);
        MembershipDayEvent paidBack = new MembershipRefundBooked(DAY, ID, refund, large);
        after(SEALED_FROM, new BookRefund(DAY, ID, refund, large), paidBack, PAID)
                .expectSuccessfulHandlerExecution()
                .expectEvents(paidBack);
        Money least = new Money(-Long.MAX_VALUE, USD);
        MembershipDayEvent first = new MembershipDaySealed(DAY, 1, 2, least, usd("2.7"), usd("1"));
        MembershipDayEvent second = new MembershipDaySealed(
                DAY, 0, 0, new Money(-Long.MAX_VALUE + usd("6.3").micros(), USD), usd("0"), usd("0"));
        Total sum = Total.of(least).plus(least).plus(usd("6.3"));
        after(SEALED_FROM, new SealMembershipDay(DAY), paidBack, paidBack, PAID)
                .expectEvents(first, second)
                .expectResultMessagePayload(Optional.of(sum));
        after(SEALED_FROM, new SealMembershipDay(DAY), paidBack, paidBack, PAID, first, second)
                .expectNoEvents()
                .expectResultMessagePayload(Optional.of(sum));
    }

    @Test
    @DisplayName("P7 says what it has come to, before it is sealed and after")
    void saysWhatItHasComeTo() {
        after(SEALED_FROM, new AskCreatorPart(DAY), PAID, REFUNDED, REFUNDED)
                .expectNoEvents()
                .expectResultMessagePayload(Total.of(usd("-6.3")));
        after(SEALED_FROM, new AskCreatorPart(DAY), PAID, SEALED).expectResultMessagePayload(Total.of(usd("6.3")));
    }

    @Test
    void takesNothingOnceItIsSealed() {
        after(SEALED_FROM, new BookPayment(DAY, ID, CHARGE, SPLIT), PAID, SEALED)
                .expectException(refused(ErrorCode.UNAVAILABLE));
        after(SEALED_FROM, new BookRefund(DAY, ID, RefundId.ofPaymentOf(CHARGE), SPLIT), PAID, SEALED)
                .expectException(refused(ErrorCode.UNAVAILABLE));
    }
}
