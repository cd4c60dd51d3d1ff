package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.eventually;
import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.e2e.MemberStage.Charge;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a pause does to members, while it lasts and when it is left (B20–B24). */
abstract class PauseScenarios extends MembershipScenarios {

    private static final String VIOLATION = "MONETIZATION_POLICY_VIOLATION";
    private static final String TERMINATED = "CHANNEL_TERMINATED";

    PauseScenarios(LedgerOnAClock ledger) {
        super(ledger);
    }

    private static Instant monthsAfter(Instant joined, int months) {
        return joined.atZone(UTC).plusMonths(months).toInstant();
    }

    @Test
    void chargesNobodyForBillingDaysInThePause() { // B21, B22
        Instant joined = now();
        members.programme("two");
        members.joined("two", "two-1", "WEB");
        goOn(Duration.ofDays(10));
        members.open("two", VIOLATION);
        members.awaitStatus("two-1", "PAUSED");
        assertThat(members.hasPerks("two-1")).isFalse();
        goTo(monthsAfter(joined, 2).plus(Duration.ofDays(1)));
        members.catchUp("two-1");
        assertThat(members.asked("two-1")).isEmpty();

        members.close("two", VIOLATION);
        assertThat(members.enable("two").code()).isEqualTo("PROGRAMME_PAUSED");
        ok(members.resume("two"));
        members.awaitStatus("two-1", "ACTIVE");
        assertThat(members.hasPerks("two-1")).isTrue();
        assertThat(members.paidUntil("two-1")).isEqualTo(monthsAfter(joined, 3));
        goTo(monthsAfter(joined, 3));
        assertThat(members.due("two-1").periodStart())
                .as("the billing day did not move")
                .isEqualTo(monthsAfter(joined, 3));
        assertThat(members.events("two-1", "MembershipChargeDue"))
                .as("the first, and this one")
                .hasSize(2);
    }

    @Test
    void endsMobileMembershipsWithTheirPeriodAndKeepsThoseOfTheWeb() { // B23, B24
        members.programme("mobile");
        members.joined("mobile", "mobile-android", "ANDROID");
        members.joined("mobile", "mobile-ios", "IOS");
        members.joined("mobile", "mobile-web", "WEB");
        Instant periodEnd = members.paidUntil("mobile-android");
        goTo(periodEnd.minus(Duration.ofDays(3)));
        members.open("mobile", VIOLATION);
        members.awaitStatus("mobile-android", "PAUSED");
        goTo(periodEnd.minusMillis(1));
        members.catchUp("mobile-android");
        members.awaitStatus("mobile-android", "PAUSED");
        goTo(periodEnd.plus(Duration.ofDays(7)));
        for (String mobile : new String[] {"mobile-android", "mobile-ios"}) {
            members.awaitStatus(mobile, "ENDED");
            assertThat(members.membership(mobile).at("/endReason")).isEqualTo("MOBILE_PERIOD_ENDED");
            assertThat(members.events(mobile, "MembershipEnded"))
                    .singleElement()
                    .satisfies(ended -> assertThat(ended.path("endedAt").asString())
                            .as("as of its period's end")
                            .isEqualTo(periodEnd.toString()));
            assertThat(members.refunds(mobile)).isEmpty();
        }
        members.catchUp("mobile-web");
        assertThat(members.membership("mobile-web").at("/status")).isEqualTo("PAUSED");
    }

    @Test
    void goesOnWhileOneOfTwoCausesIsOpen() { // B1, B20, B22, U6
        members.programme("causes");
        members.open("causes", VIOLATION);
        members.open("causes", TERMINATED);
        assertThat(members.join("causes", "causes-1", "WEB").code()).isEqualTo("PROGRAMME_PAUSED");
        assertThat(members.programme("causes", "joinable")).isEqualTo("false");
        members.close("causes", TERMINATED);
        Api.Answer refused = members.resume("causes");
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(refused.at("/violations/0/code")).isEqualTo("CAUSES");
        members.close("causes", VIOLATION);
        assertThat(members.programme("causes", "status"))
                .as("a pause is left by a command")
                .isEqualTo("PAUSED");
        ok(members.resume("causes"));
        assertThat(members.programme("causes", "joinable")).isEqualTo("true");
        assertThat(members.stage()
                        .settled("/v1/compliance/pauses?cause=" + TERMINATED + "&limit=500")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(pause -> pause.path("channelId").asString().equals("causes")))
                .singleElement()
                .satisfies(pause -> assertThat(pause.path("causes").toString()).contains(VIOLATION, TERMINATED));
    }

    @Test
    void letsMembersCancelAndKeepsThePerksTheyPaidForOnceItIsLeft() { // B13, B21
        members.programme("leaver");
        members.joined("leaver", "leaver-1", "WEB");
        Instant periodEnd = members.paidUntil("leaver-1");
        goOn(Duration.ofDays(5));
        members.open("leaver", VIOLATION);
        members.awaitStatus("leaver-1", "PAUSED");
        members.cancel("leaver-1");
        assertThat(members.membership("leaver-1").at("/status")).isEqualTo("CANCELLED");
        assertThat(members.hasPerks("leaver-1")).as("nobody has, in a pause").isFalse();
        members.close("leaver", VIOLATION);
        ok(members.resume("leaver"));
        assertThat(members.hasPerks("leaver-1")).isTrue();
        goTo(periodEnd);
        assertThat(members.hasPerks("leaver-1")).isFalse();
        assertThat(members.asked("leaver-1")).isEmpty();
        assertThat(members.refunds("leaver-1")).isEmpty();
    }

    @Test
    void givesWhoRejoinsAfterItABillingDayOfTheirOwn() { // B15
        members.programme("rejoin");
        members.joined("rejoin", "rejoin-1", "WEB");
        Instant before = members.paidUntil("rejoin-1");
        goOn(Duration.ofDays(3));
        members.open("rejoin", VIOLATION);
        members.cancel("rejoin-1");
        goOn(Duration.ofDays(3));
        assertThat(members.join("rejoin", "rejoin-2", "viewer-rejoin-1", "WEB").code())
                .isEqualTo("PROGRAMME_PAUSED");
        members.close("rejoin", VIOLATION);
        ok(members.resume("rejoin"));
        ok(members.join("rejoin", "rejoin-2", "viewer-rejoin-1", "WEB"));
        members.pay(members.due("rejoin-2"));
        assertThat(members.paidUntil("rejoin-2"))
                .isEqualTo(monthsAfter(now(), 1))
                .isAfter(before);
    }

    @Test
    void withdrawsRetriesAndLapsesNobody() { // B12, B21, B22
        Instant joined = now();
        members.programme("amid");
        members.joined("amid", "amid-declined", "WEB");
        members.joined("amid", "amid-asked", "WEB");
        goTo(monthsAfter(joined, 1));
        members.decline(members.due("amid-declined"));
        Charge asked = members.due("amid-asked");
        members.open("amid", VIOLATION);
        members.awaitStatus("amid-declined", "PAUSED");
        members.awaitStatus("amid-asked", "PAUSED");
        members.pay(asked);
        assertThat(members.paidUntil("amid-asked"))
                .as("a renewal asked before the pause counts")
                .isEqualTo(monthsAfter(joined, 2));
        goOn(Duration.ofDays(10));
        members.catchUp("amid-declined");
        assertThat(members.asked("amid-declined")).isEmpty();
        assertThat(members.membership("amid-declined").at("/status")).isEqualTo("PAUSED");
        members.close("amid", VIOLATION);
        ok(members.resume("amid"));
        for (String member : new String[] {"amid-declined", "amid-asked"}) {
            members.awaitStatus(member, "ACTIVE");
            assertThat(members.hasPerks(member)).isTrue();
        }
        goTo(monthsAfter(joined, 2));
        for (String member : new String[] {"amid-declined", "amid-asked"}) {
            assertThat(members.due(member).periodStart()).isEqualTo(monthsAfter(joined, 2));
            assertThat(members.refunds(member)).isEmpty();
        }
    }

    @Test
    void endsAMembershipWithItsRefundAfterOneHundredAndTwentyDays() { // B24, B25, M4, L3
        members.programme("long");
        ok(members.join("long", "long-1", "WEB"));
        ok(members.report(members.due("long-1"), "0.49"));
        goOn(Duration.ofDays(20));
        Instant paused = now();
        members.open("long", VIOLATION);
        members.awaitStatus("long-1", "PAUSED");
        goTo(paused.plus(Duration.ofDays(119)));
        members.open("long", TERMINATED);
        members.catchUp("long-1");
        assertThat(members.membership("long-1").at("/status")).isEqualTo("PAUSED");
        assertThat(members.programme("long", "daysUntilTermination")).isEqualTo("1");
        goTo(paused.plus(Duration.ofDays(120)).minusMillis(1));
        members.catchUp("long-1");
        assertThat(members.programme("long", "status")).isEqualTo("PAUSED");
        goTo(paused.plus(Duration.ofDays(120)));
        eventually(() -> assertThat(members.programme("long", "status")).isEqualTo("TERMINATED"));
        members.awaitStatus("long-1", "ENDED");
        assertThat(members.membership("long-1").at("/endReason")).isEqualTo("PAUSE_EXPIRED");
        assertRefundedAsSplit("long-1");
        members.assertThatTheBooksBalance();
    }

    private void assertRefundedAsSplit(String member) {
        eventually(() -> assertThat(members.refunds(member)).singleElement().satisfies(refund -> {
            assertThat(refund.path("cause").asString()).isEqualTo("PAUSE_EXPIRED");
            assertThat(refund.at("/amount/amount").asString()).isEqualTo("4.99");
            assertThat(refund.at("/creatorPart/amount").asString()).isEqualTo("3.15");
            assertThat(refund.at("/platformPart/amount").asString()).isEqualTo("1.35");
            assertThat(refund.at("/tax/amount").asString()).isEqualTo("0.49");
        }));
        String refund = members.refunds(member).get(0).path("refundId").asString();
        ok(as(Grant.of("payments"))
                .post("/v1/refunds/" + refund + ":settled", "{\"paymentReference\":\"back-" + refund + "\"}"));
        assertThat(members.refunds(member).get(0).path("status").asString()).isEqualTo("SETTLED");
    }
}
