package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.eventually;
import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.books.BooksAudit;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo's books, and on them a creator who owes and members who were paid back, checked by hledger and beancount. */
@OnlyEmbedded
class ExportIT {

    private static final String IBAN = "IR580540105180021273113007";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LedgerOnAClock ledger;

    private final MemberStage members = new MemberStage(ExportIT::as, () -> ledger.now());

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        FinishedLedger demo = FinishedLedger.run(
                data, "", "demo", "--exit", "--port", "0", "--data", data.toString(), "--impressions", "5000");
        assertThat(demo.code()).as(String.join("\n", demo.output())).isZero();
        ledger = LedgerOnAClock.start(data, Instant.now().plus(Duration.ofDays(2)));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static Api as(String role) {
        return new Api(ledger.address(), ledger.token(Grant.of(role)));
    }

    private static void goOn(Duration duration) {
        ledger.goTo(ledger.now().plus(duration));
    }

    private static void goToWhereTheDayIsFinal() {
        ledger.goTo(ledger.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atTime(1, 0)
                .toInstant(ZoneOffset.UTC));
    }

    @Test
    void areCleanAndComeToWhatTheServiceSays() {
        Instant beginning = ledger.now();
        payOutTwiceAndOwe();
        settleARefund();
        goOn(Duration.ofDays(40));
        members.joined("owing-no-more", "late", "WEB");
        BooksAudit audit = BooksAudit.orSkip(ledger.address(), ledger.token(Grant.of("auditor")), folder);

        Map<String, Map<String, BigDecimal>> books = audit.wholeBooks();

        assertThat(books.get("income:platform:ads")).containsKey("IRR");
        assertThat(books.get("income:platform:memberships")).containsKey("USD");
        assertThat(books.get("liabilities:creators:owing:payable"))
                .as("a creator who owes (P7)")
                .containsEntry("USD", new BigDecimal("139.300000"));
        assertThat(books.get("assets:bank"))
                .as("paid out, returned, paid out again")
                .containsEntry("USD", new BigDecimal("-139.300000"));
        assertThat(books.get("liabilities:refunds"))
                .as("one refund is settled, the demo's is not")
                .containsEntry("USD", new BigDecimal("-4.990000"));
        audit.part("&channel=owing");
        audit.part("&from=" + beginning.plus(Duration.ofDays(2)));
        audit.part("&channel=owing&from=" + beginning.plus(Duration.ofDays(5)) + "&to=" + ledger.now());
        audit.part("&to=" + beginning);
    }

    /** Earned $139.30, paid out, returned, paid out again; then the member's month is taken back. */
    private void payOutTwiceAndOwe() {
        members.programme("owing", "199.00", "299.00");
        members.programme("owing-no-more");
        ok(members.admin.put(
                "/v1/channels/owing/bank-account", "{\"iban\":\"" + IBAN + "\",\"holder\":\"Sara Ahmadi\"}"));
        members.joined("owing", "owing-1", "WEB");
        goToWhereTheDayIsFinal();
        eventually(() -> assertThat(members.dollars("owing", "available")).isEqualTo("139.3"));
        payOut("owing-p1");
        ok(members.admin.post("/v1/payouts/owing-p1:return", "{\"reason\":\"account closed\"}"));
        payOut("owing-p2");
        goOn(Duration.ofDays(10));
        ok(members.end("owing", "FRAUD"));
        members.awaitStatus("owing-1", "ENDED");
        goToWhereTheDayIsFinal();
        eventually(() -> assertThat(members.dollars("owing", "available")).isEqualTo("-139.3"));
    }

    private void payOut(String payout) {
        ok(members.admin.post("/v1/channels/owing/payouts", "{\"payoutId\":\"" + payout + "\",\"currency\":\"USD\"}"));
        ok(members.admin.post("/v1/payouts/" + payout + ":approve", "", "checked"));
        String bank = "{\"bankReference\":\"BR-" + payout + "\"}";
        ok(members.admin.post("/v1/payouts/" + payout + ":send", bank));
        ok(members.admin.post("/v1/payouts/" + payout + ":settle", bank));
    }

    private void settleARefund() {
        JsonNode refund = members.refunds("owing-1").get(0);
        ok(members.admin.post(
                "/v1/refunds/" + refund.path("refundId").asString() + ":settled", "{\"paymentReference\":\"back-1\"}"));
    }

    @Test
    void tellDecisionsOnceEachWithTheirReasons() { // U1, U6
        ok(members.admin.put("/v1/channels/decided", Stage.channelBody("Decided")));
        members.stage().enrolled("decided-2", 5_000);
        String by = "/v1/compliance/decisions?limit=3&actor=" + actorOf("admin");
        ok(members.admin.post("/v1/channels/decided-2/ad-programme:suspend", "{}", "complaint, «شکایت»"));
        ok(members.admin.post("/v1/channels/decided-2/ad-programme:suspend", "{}", "once more"));
        ok(members.admin.put("/v1/channels/decided-2/membership-programme/causes/CHANNEL_TERMINATED", "{}", "gone"));
        JsonNode items = members.stage().settled(by).body().path("items");
        assertThat(items.get(0).path("command").asString()).isEqualTo("OpenPauseCause");
        assertThat(items.get(0).path("subject").asString()).isEqualTo("decided-2");
        assertThat(items.get(1).path("command").asString())
                .as("one decision, though it opened a cause of pause too; a repeat decides nothing")
                .isEqualTo("SuspendAdProgramme");
        assertThat(items.get(1).path("reason").asString()).isEqualTo("complaint, «شکایت»");
        assertThat(items.get(2).path("command").asString()).isNotIn("SuspendAdProgramme", "OpenPauseCause");
        JsonNode operators = members.stage()
                .settled("/v1/compliance/decisions?limit=1&actor=" + actorOf("operator"))
                .body()
                .path("items");
        assertThat(operators.get(0).path("command").asString()).isEqualTo("ApproveAdProgramme");
        assertThat(operators.get(0).path("subject").asString()).isEqualTo("decided-2");
    }

    /** Whom the tokens of a role stand for, as events name them. */
    private String actorOf(String role) {
        Api.Answer made = as(role).put("/v1/channels/actor-" + role, Stage.channelBody("Of " + role));
        ok(made);
        return members.stage()
                .settled("/v1/audit/events?aggregate=actor-" + role)
                .body()
                .path("items")
                .get(0)
                .at("/metadata/actor")
                .asString();
    }
}
