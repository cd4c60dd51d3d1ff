package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payouts over HTTP: what is held is neither lost nor doubled, and deadlines pass whether or not the service runs. */
class PayoutIT {

    private static final Duration DUE_LIMIT = Duration.ofSeconds(15);
    private static final String IBAN = "IR580540105180021273113007";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** A channel with 5,000,000.5 rial of final income and a bank account. */
    private static Stage funded(RunningLedger ledger, Instant now) {
        Stage stage = new Stage(ledger, now);
        stage.enrolled("ch", 5_000);
        Instant past = stage.hour(24 * 10);
        assertThat(stage.operator
                        .post(
                                "/v1/backfills/bf",
                                "{\"from\":\"" + past + "\",\"to\":\"" + past.plusSeconds(3_600) + "\"}",
                                "history")
                        .status())
                .isEqualTo(201);
        stage.send("?backfill=bf", impression("i-1", "ch-v", past, 4_000, "10000001"));
        assertThat(stage.operator.post("/v1/backfills/bf:close", "", "done").status())
                .isEqualTo(200);
        assertThat(account(ledger, IBAN, "sara  AHMADI").status()).isEqualTo(200);
        return stage;
    }

    private static Api.Answer account(RunningLedger ledger, String iban, String holder) {
        return ledger.as("admin")
                .put("/v1/channels/ch/bank-account", "{\"iban\":\"" + iban + "\",\"holder\":\"" + holder + "\"}");
    }

    private static Api.Answer ask(RunningLedger ledger, String payoutId) {
        return ledger.as("admin").post("/v1/channels/ch/payouts", "{\"payoutId\":\"" + payoutId + "\"}");
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    @Test
    void goesFromTheRequestToTheBankAndBack() { // P1–P4, M5, U7
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = funded(ledger, Instant.now());
            assertThat(account(ledger, "IR590540105180021273113007", "Sara Ahmadi")
                            .code())
                    .isEqualTo("INVALID_IBAN");
            assertThat(account(ledger, IBAN, "Somebody Else").code()).isEqualTo("HOLDER_NOT_OWNER");
            ok(ask(ledger, "p-1"));
            assertThat(stage.balance("ch", "held")).isEqualTo("5000000");
            assertThat(stage.balance("ch", "available")).isEqualTo("0.5");
            assertThat(ask(ledger, "p-1").status()).as("a repeat is quiet").isEqualTo(200);
            stage.channel("other");
            assertThat(ledger.as("admin")
                            .post("/v1/channels/other/payouts", "{\"payoutId\":\"p-1\"}")
                            .code())
                    .isEqualTo("PAYOUT_FIXED");
            assertThat(ask(ledger, "p-2").code()).isEqualTo("PAYOUT_OPEN");
            assertThat(stage.balance("ch", "held")).isEqualTo("5000000");
            assertThat(ledger.as("admin")
                            .post("/v1/admin/erasures", "{\"subject\":\"owner:ch\"}", "asked for")
                            .code())
                    .as("U7 not while a payout is open")
                    .isEqualTo("PAYOUT_OPEN");
            assertThat(ledger.as("payments").get("/v1/payouts/p-1/transfer").code())
                    .isEqualTo("WRONG_PAYOUT_STATE");
            ok(stage.operator.post("/v1/payouts/p-1:approve", "", "checked"));
            Api.Answer transfer = ledger.as("payments").get("/v1/payouts/p-1/transfer");
            assertThat(transfer.at("/iban")).isEqualTo(IBAN);
            assertThat(stage.auditor.get("/v1/payouts/p-1/transfer").status()).isEqualTo(403);
            ok(ledger.as("payments").post("/v1/payouts/p-1:send", "{\"bankReference\":\"BR-1\"}"));
            ok(ledger.as("payments").post("/v1/payouts/p-1:settle", "{\"bankReference\":\"BR-1\"}"));
            assertThat(stage.balance("ch", "held")).isEqualTo("0");
            Api.Answer settled = stage.settled("/v1/payouts/p-1");
            assertThat(settled.at("/status")).isEqualTo("SETTLED");
            assertThat(settled.at("/ibanMasked")).startsWith("IR*").endsWith("3007");
            ok(ledger.as("payments").post("/v1/payouts/p-1:return", "{\"reason\":\"account closed\"}"));
            assertThat(stage.balance("ch", "available")).isEqualTo("5000000.5");
            ok(ask(ledger, "p-2"));
            ok(stage.operator.post("/v1/payouts/p-2:reject", "", "by mistake"));
            assertExplained(stage);
            ok(ask(ledger, "p-4"));
            assertThat(stage.operator.post("/v1/payouts/p-4:cancel", "").code()).isEqualTo("REASON_REQUIRED");
            ok(stage.operator.post("/v1/payouts/p-4:cancel", "", "asked for by telephone"));
            assertThat(stage.settled("/v1/payouts/p-4/explanation").text()).contains("asked for by telephone");
            assertThat(stage.balance("ch", "available")).isEqualTo("5000000.5");
            ok(ledger.as("admin").post("/v1/admin/erasures", "{\"subject\":\"owner:ch\"}", "asked for"));
            assertThat(ask(ledger, "p-3").code()).isEqualTo("PERSON_ERASED");
            assertThat(stage.settled("/v1/payouts/p-1").at("/ibanMasked")).isEqualTo("erased");
            assertThat(stage.balance("ch", "available")).isEqualTo("5000000.5");
        }
    }

    private static void assertExplained(Stage stage) { // L3, U5
        Api.Answer first = stage.settled("/v1/payouts/p-1/explanation");
        assertThat(first.at("/windows/0/amount/amount")).isEqualTo("5000000.5");
        assertThat(first.at("/carriedOut/amount")).isEqualTo("0.5");
        Api.Answer second = stage.settled("/v1/payouts/p-2/explanation");
        assertThat(second.at("/carriedIn/amount")).isEqualTo("0");
        assertThat(second.at("/windows/0/amount/amount")).isEqualTo("5000000.5");
        assertThat(second.at("/givenBack/0")).isEqualTo("p-1");
        assertThat(second.at("/carriedOut/amount")).isEqualTo("0.5");
        Api.Answer trial = stage.settled("/v1/audit/trial-balance");
        assertThat(trial.at("/currencies/0/difference/amount")).isEqualTo("0");
        assertThat(trial.text()).contains("liabilities:creators:ch:payable").contains("-5000000.5");
    }

    @Test
    void isOneHoweverManyAskAtOnceAndEndsOnceHoweverManyEndIt() { // P3, P4
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = funded(ledger, Instant.now());
            List<Integer> asked = atOnce(20, i -> ask(ledger, "p-" + i));
            assertThat(asked).containsOnlyOnce(201).contains(409).hasSize(20);
            assertThat(stage.balance("ch", "held")).isEqualTo("5000000");
            String open = stage.settled("/v1/channels/ch/payouts").at("/items/0/payoutId");
            List<Integer> decided = atOnce(
                    2,
                    i -> i == 0
                            ? stage.operator.post("/v1/payouts/" + open + ":approve", "", "yes")
                            : stage.operator.post("/v1/payouts/" + open + ":reject", "", "no"));
            assertThat(decided).containsExactlyInAnyOrder(200, 409);
        }
    }

    private static List<Integer> atOnce(int times, java.util.function.IntFunction<Api.Answer> call) {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i).status()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** Axon Server wakes by its own clock, which no test moves; what is decided rests on the service's clock alone. */
    private static void wokenTimes(Stage stage, int times) {
        if (SharedStores.wakeByTheServicesClock()) {
            await().atMost(DUE_LIMIT).until(() -> events(stage, "SettlementDeadlineReached") == times);
        }
    }

    @Test
    void missesItsDeadlineOnceThoughTheServiceWasDown() { // P5, P6
        Instant now = Instant.now();
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = funded(ledger, now);
            ok(ask(ledger, "p-1"));
            ok(stage.operator.post("/v1/payouts/p-1:approve", "", "checked"));
            Api.Answer payout = stage.settled("/v1/payouts/p-1");
            assertThat(payout.at("/businessDaysLeft")).isEqualTo("7");
            assertThat(payout.at("/overdue")).isEqualTo("false");
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data, "P60D")) {
            Stage stage = new Stage(ledger, now.plus(Duration.ofDays(60)));
            await().atMost(DUE_LIMIT).until(() -> missed(stage) == 1);
            wokenTimes(stage, 2);
            assertThat(stage.settled("/v1/payouts/p-1").at("/overdue")).isEqualTo("true");
            assertThat(stage.settled("/v1/compliance/settlements").at("/items/0/outcome"))
                    .isEqualTo("MISSED");
            ok(ledger.as("payments").post("/v1/payouts/p-1:send", "{\"bankReference\":\"BR-1\"}"));
            ok(ledger.as("payments").post("/v1/payouts/p-1:settle", "{\"bankReference\":\"BR-1\"}"));
            Api.Answer late = stage.settled("/v1/payouts/p-1");
            assertThat(Integer.parseInt(late.at("/lateByBusinessDays"))).isPositive();
            assertThat(late.at("/overdue")).isEqualTo("false");
            assertThat(missed(stage)).isEqualTo(1);
        }
    }

    @Test
    void isWarnedBeforeItsDeadlineAndWokenForNothingOnceItIsSettled() { // P5, P6
        Instant now = Instant.now();
        Instant warnAt;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = funded(ledger, now);
            ok(ask(ledger, "p-1"));
            ok(stage.operator.post("/v1/payouts/p-1:approve", "", "checked"));
            warnAt = Instant.parse(
                    stage.auditor.get("/v1/audit/events?type=PayoutApproved").at("/items/0/payload/terms/warnAt"));
            assertThat(ledger.stop()).isIn(0, 143);
        }
        Duration toTheWarning = Duration.between(now, warnAt).plusMinutes(1);
        try (RunningLedger ledger = RunningLedger.start(data, toTheWarning.toString())) {
            Stage stage = new Stage(ledger, now.plus(toTheWarning));
            wokenTimes(stage, 1);
            await().atMost(DUE_LIMIT).until(() -> events(stage, "PayoutDeadlineApproaching") == 1);
            ok(ledger.as("payments").post("/v1/payouts/p-1:send", "{\"bankReference\":\"BR-1\"}"));
            ok(ledger.as("payments").post("/v1/payouts/p-1:settle", "{\"bankReference\":\"BR-1\"}"));
            assertThat(stage.settled("/v1/compliance/settlements").at("/items/0/outcome"))
                    .isEqualTo("KEPT");
            assertThat(ledger.stop()).isIn(0, 143);
        }
        try (RunningLedger ledger = RunningLedger.start(data, "P60D")) {
            Stage stage = new Stage(ledger, now.plus(Duration.ofDays(60)));
            assertThat(stage.settled("/v1/payouts/p-1").at("/overdue")).isEqualTo("false");
            assertThat(missed(stage)).isZero();
            assertThat(events(stage, "PayoutDeadlineApproaching")).isEqualTo(1);
        }
    }

    private static int missed(Stage stage) {
        return events(stage, "PayoutDeadlineMissed");
    }

    private static int events(Stage stage, String type) {
        return stage.auditor
                .get("/v1/audit/events?type=" + type)
                .body()
                .path("items")
                .size();
    }
}
