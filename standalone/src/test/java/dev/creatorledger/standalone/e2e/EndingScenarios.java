package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.PLUS;
import static dev.creatorledger.standalone.e2e.MemberStage.eventually;
import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static dev.creatorledger.standalone.e2e.Stage.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the end of a programme does to its members and to the creator's balance (B25, B26, P7). */
abstract class EndingScenarios extends MembershipScenarios {

    private static final String IBAN = "IR580540105180021273113007";

    EndingScenarios(LedgerOnAClock ledger) {
        super(ledger);
    }

    private Api.Answer ask(String channel, String payout) {
        return members.admin.post(
                "/v1/channels/" + channel + "/payouts", "{\"payoutId\":\"" + payout + "\",\"currency\":\"USD\"}");
    }

    private Api.Answer approve(String payout) {
        return members.admin.post("/v1/payouts/" + payout + ":approve", "", "checked");
    }

    @Test
    void refundsTheWholeLastPaymentAfterAPartialMonth() { // B25, B26, P7, L3, L5
        members.programme("owing", "199.00", "299.00");
        ok(members.admin.put(
                "/v1/channels/owing/bank-account", "{\"iban\":\"" + IBAN + "\",\"holder\":\"Sara Ahmadi\"}"));
        members.joined("owing", "owing-1", "WEB");
        goTo(whenTheDayIsFinal());
        eventually(() -> assertThat(members.dollars("owing", "available")).isEqualTo("139.3"));
        ok(ask("owing", "owing-p1"));
        goOn(Duration.ofDays(10));
        ledger.whileNothingIsDoneByItself(() -> {
            ok(members.end("owing", "FRAUD"));
            assertThat(ask("owing", "owing-p2").code()).isEqualTo("REFUNDS_RUNNING");
            assertThat(approve("owing-p1").code()).isEqualTo("REFUNDS_RUNNING");
        });
        members.awaitStatus("owing-1", "ENDED");
        assertThat(members.membership("owing-1").at("/endReason")).isEqualTo("FRAUD");
        assertThat(members.refunds("owing-1")).singleElement().satisfies(refund -> assertThat(
                        refund.at("/amount/amount").asString())
                .isEqualTo("199"));
        assertThat(members.dollars("owing", "estimated")).as("at once").isEqualTo("-139.3");
        goTo(whenTheDayIsFinal());
        eventually(() -> assertThat(members.dollars("owing", "available")).isEqualTo("-139.3"));
        assertThat(members.dollars("owing", "held")).as("an open payout stays").isEqualTo("139.3");
        members.assertThatTheBooksBalance();
        assertPaidOutAndOwing();
    }

    private void assertPaidOutAndOwing() {
        ok(approve("owing-p1"));
        ok(members.admin.post("/v1/payouts/owing-p1:send", "{\"bankReference\":\"BR-1\"}"));
        ok(members.admin.post("/v1/payouts/owing-p1:settle", "{\"bankReference\":\"BR-1\"}"));
        assertThat(ask("owing", "owing-p3").code()).isEqualTo("BELOW_THRESHOLD");
        assertThat(members.stage()
                        .settled("/v1/compliance/negative-balances")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(line -> line.path("channelId").asString().equals("owing")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.at("/available/amount").asString()).isEqualTo("-139.3"));
        members.assertThatTheBooksBalance();
    }

    @Test
    void paysOutNothingThatRefundsAreAboutToTake() { // P3, P7, L5
        members.programme("lent", "199.00", "299.00");
        ok(members.admin.put(
                "/v1/channels/lent/bank-account", "{\"iban\":\"" + IBAN + "\",\"holder\":\"Sara Ahmadi\"}"));
        members.joined("lent", "lent-1", "WEB");
        goOn(Duration.ofDays(31));
        eventually(() -> members.pay(members.due("lent-1")));
        goTo(whenTheDayIsFinal());
        eventually(() -> assertThat(members.dollars("lent", "available")).isEqualTo("278.6"));
        ok(members.end("lent", "VOLUNTARY"));
        members.awaitStatus("lent-1", "ENDED");
        assertThat(members.dollars("lent", "available"))
                .as("until the day is final")
                .isEqualTo("278.6");
        ok(ask("lent", "lent-p1"));
        assertThat(members.dollars("lent", "held")).isEqualTo("139.3");
        goTo(whenTheDayIsFinal());
        eventually(() -> assertThat(members.dollars("lent", "estimated")).isEqualTo("0"));
        assertThat(members.dollars("lent", "available")).isEqualTo("0");
        members.assertThatTheBooksBalance();
    }

    @Test
    void refundsUpgradesOfThePeriodTooAndCancelledMembersWhosePeriodRuns() { // B25
        members.programme("both");
        members.joined("both", "both-up", "WEB");
        members.joined("both", "both-left", "WEB");
        members.cancel("both-left");
        goOn(Duration.ofDays(10));
        ok(members.change("both-up", PLUS));
        String upgrade = members.due("both-up").amount();
        members.pay(members.due("both-up"));
        ok(members.end("both", "ABUSE"));
        eventually(() -> {
            assertThat(members.refunds("both-up"))
                    .extracting(refund -> refund.at("/amount/amount").asString())
                    .containsExactlyInAnyOrder("4.99", upgrade);
            assertThat(members.refunds("both-left")).hasSize(1);
        });
        members.awaitStatus("both-left", "ENDED");
        assertThat(members.dollars("both", "total")).isEqualTo("0");
        members.assertThatTheBooksBalance();
    }

    @Test
    void isTurnedOnAnewWithNoMembersOnceItsRefundsAreBooked() { // B26, B27
        members.programme("anew");
        members.joined("anew", "anew-1", "WEB");
        ledger.whileNothingIsDoneByItself(() -> {
            ok(members.end("anew", "VOLUNTARY"));
            assertThat(members.enable("anew").code()).isEqualTo("PROGRAMME_ENDING");
        });
        eventually(() -> ok(members.enable("anew")));
        assertThat(members.programme("anew", "status")).isEqualTo("ON");
        assertThat(members.membership("anew-1").at("/status")).isEqualTo("ENDED");
        assertThat(members.hasPerks("anew-1")).isFalse();
        ok(members.join("anew", "anew-2", "viewer-anew-1", "WEB"));
        members.pay(members.due("anew-2"));
        assertThat(members.stage()
                        .settled("/v1/channels/anew/members?status=ACTIVE")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(members.refunds("anew-1")).hasSize(1);
        assertThat(members.refunds("anew-2")).isEmpty();
    }

    @Test
    void followsAChannelOutOfTheAdProgramme() { // B26, A2
        members.programme("quits");
        members.joined("quits", "quits-1", "WEB");
        ok(as(Grant.of("creator", "quits")).post(programme("quits", "leave"), "{}"));
        members.programme("removed");
        members.joined("removed", "removed-1", "ANDROID");
        ok(members.admin.post(programme("removed", "leave"), "{}", "ten strikes"));
        members.awaitStatus("quits-1", "ENDED");
        assertThat(members.membership("quits-1").at("/endReason")).isEqualTo("LEFT_PROGRAMME");
        members.awaitStatus("removed-1", "ENDED");
        assertThat(members.membership("removed-1").at("/endReason")).isEqualTo("REMOVED_FROM_PROGRAMME");
        eventually(() -> assertThat(members.refunds("quits-1"))
                .singleElement()
                .satisfies(refund -> assertThat(refund.path("cause").asString()).isEqualTo("LEFT_PROGRAMME")));
        assertThat(members.programme("quits", "status")).isEqualTo("TERMINATED");
    }
}
