package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.BASIC;
import static dev.creatorledger.standalone.e2e.MemberStage.PLUS;
import static dev.creatorledger.standalone.e2e.MemberStage.eventually;
import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.standalone.e2e.MemberStage.Charge;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members are asked to pay, when, and what becomes of it (B11–B14, L5). */
abstract class BillingScenarios extends MembershipScenarios {

    BillingScenarios(LedgerOnAClock ledger) {
        super(ledger);
    }

    @Test
    void keepsTheBillingDayThroughALeapFebruary() { // B11
        goTo(nextInALeapYear(MonthDay.of(1, 31)));
        ZonedDateTime joined = now().atZone(UTC);
        members.programme("leap");
        members.joined("leap", "leap-1", "WEB");
        for (ZonedDateTime billing : new ZonedDateTime[] {
            joined.withDayOfMonth(1).withMonth(2).withDayOfMonth(29), joined.withMonth(3), joined.plusMonths(3)
        }) {
            assertThat(members.paidUntil("leap-1")).isEqualTo(billing.toInstant());
            goTo(billing.toInstant());
            Charge renewal = members.due("leap-1");
            assertThat(renewal.periodStart()).isEqualTo(billing.toInstant());
            members.pay(renewal);
        }
        assertThat(members.paidUntil("leap-1")).isEqualTo(joined.withMonth(5).toInstant());
    }

    @Test
    void chargesAnUpgradeForTheDaysThatAreLeftAndADowngradeFromTheNextPeriod() { // B14, M5
        goTo(next(MonthDay.of(4, 1)));
        members.programme("up");
        members.joined("up", "up-1", "WEB");
        Instant billing = now().plus(Duration.ofDays(30));
        goOn(Duration.ofDays(10));
        ok(members.change("up-1", PLUS));
        Charge upgrade = members.due("up-1");
        assertThat(upgrade.amount()).isEqualTo("3.33");
        assertThat(members.membership("up-1").at("/tierId"))
                .as("not before it is paid")
                .isEqualTo(BASIC);
        members.pay(upgrade);
        assertThat(members.membership("up-1").at("/tierId")).isEqualTo(PLUS);
        assertThat(members.paidUntil("up-1")).as("the billing day stays").isEqualTo(billing);

        ok(members.change("up-1", BASIC));
        assertThat(members.membership("up-1").at("/tierId")).isEqualTo(PLUS);
        goTo(billing);
        assertThat(members.due("up-1").amount()).isEqualTo("4.99");
        assertThat(members.membership("up-1").at("/tierId")).isEqualTo(BASIC);
    }

    @Test
    void stopsPerksWithADeclineAndGivesThemBackWithThePayment() { // B12
        Instant billing = renewalDue("retry");
        members.decline(members.due("retry-1"));
        assertThat(members.hasPerks("retry-1")).isFalse();
        assertThat(members.membership("retry-1").at("/status")).isEqualTo("ACTIVE");
        goTo(billing.plus(Duration.ofDays(1)));
        Charge again = members.due("retry-1", 2);
        assertThat(again.dueAt()).isEqualTo(billing.plus(Duration.ofDays(1)));
        members.pay(again);
        assertThat(members.hasPerks("retry-1")).isTrue();
        assertThat(members.paidUntil("retry-1"))
                .as("the billing day stays")
                .isEqualTo(billing.atZone(UTC).plusMonths(1).toInstant());
    }

    @Test
    void lapsesWithTheFifthDecline() { // B12, B15
        Instant billing = renewalDue("lapse");
        Charge first = members.due("lapse-1");
        members.decline(first);
        int attempt = 1;
        for (int day : new int[] {1, 3, 5, 7}) {
            goTo(billing.plus(Duration.ofDays(day)));
            Charge again = members.due("lapse-1", ++attempt);
            assertThat(again.chargeId()).as("the same charge").isEqualTo(first.chargeId());
            assertThat(members.membership("lapse-1").at("/status")).isEqualTo("ACTIVE");
            members.decline(again);
        }
        assertThat(members.membership("lapse-1").at("/status")).isEqualTo("LAPSED");
        assertThat(members.refunds("lapse-1")).isEmpty();
        ok(members.join("lapse", "lapse-2", "viewer-lapse-1", "WEB"));
    }

    /** A member whose first renewal is due now. */
    private Instant renewalDue(String channel) {
        members.programme(channel);
        members.joined(channel, channel + "-1", "WEB");
        Instant billing = members.paidUntil(channel + "-1");
        goTo(billing);
        return billing;
    }

    @Test
    void paysBackWhatIsPaidAfterCancelling() { // B11, B13
        renewalDue("unowed");
        Charge renewal = members.due("unowed-1");
        members.cancel("unowed-1");
        assertThat(members.asked("unowed-1")).as("no longer asked").isEmpty();
        ok(members.report(renewal, "0"));
        ok(members.report(renewal, "0"));
        assertThat(members.membership("unowed-1").at("/status")).isEqualTo("CANCELLED");
        assertThat(members.refunds("unowed-1")).singleElement().satisfies(refund -> {
            assertThat(refund.path("cause").asString()).isEqualTo("NOT_OWED");
            assertThat(refund.at("/amount/amount").asString()).isEqualTo("4.99");
            assertThat(refund.at("/creatorPart/amount").asString()).isEqualTo("3.493");
        });
        eventually(() -> assertThat(members.dollars("unowed", "available")).isEqualTo("3.493"));
        assertThat(members.dollars("unowed", "estimated")).isEqualTo("0");
        members.assertThatTheBooksBalance();
    }

    @Test
    void makesADaysIncomeFinalAnHourAfterItsEnd() { // L5, M3, B5
        members.programme("day");
        ok(members.join("day", "day-1", "WEB"));
        ok(members.report(members.due("day-1"), "0.49"));
        assertThat(members.dollars("day", "estimated")).as("70 % of 4.50").isEqualTo("3.15");
        assertThat(members.dollars("day", "available")).isEqualTo("0");
        Instant end = whenTheDayIsFinal();
        goTo(end.minusMillis(1));
        assertThat(members.dollars("day", "estimated")).isEqualTo("3.15");
        goTo(end);
        eventually(() -> assertThat(members.dollars("day", "available")).isEqualTo("3.15"));
        assertThat(members.dollars("day", "estimated")).isEqualTo("0");
        assertThat(members.events("day", "MembershipIncomeFinalized"))
                .extracting(JsonNode::size)
                .hasSize(1);
        members.assertThatTheBooksBalance();
    }
}
