package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A programme is ended, and everything is killed twice while its end reaches the members; CI's share of a larger run. */
class TerminationCrashIT {

    private static final String CHANNEL = "/v1/channels/ch";
    private static final String PROGRAMME = CHANNEL + "/membership-programme";
    private static final String REFUNDS_BOOKED = "/v1/audit/events?type=MembershipRefundsBooked";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MEMBERS = 120;

    /** Of ten members one never pays, and one cancels what is paid. */
    private static final int PENDING = 0;

    private static final int CANCELLED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    void endsEveryMemberAndRefundsEveryPaymentOnce() { // B25, B27, L3, M4
        Map<String, BigDecimal> paid;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            paid = gathered(ledger);
            assertThat(ledger.as("admin")
                            .post(PROGRAMME + ":end", "{\"cause\":\"VOLUNTARY\"}", "enough")
                            .status())
                    .isEqualTo(200);
            awaitTold(ledger, 30);
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            awaitTold(ledger, 70);
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            awaitTold(ledger, MEMBERS);
            assertThat(ledger.as("auditor").get(REFUNDS_BOOKED).body().path("items"))
                    .hasSize(1);
            Stage stage = new Stage(ledger, Instant.now());
            assertThat(all(stage, CHANNEL + "/members?status=ENDED")).hasSize(MEMBERS);
            assertThat(refunded(stage)).isEqualTo(paid);
            assertThat(stage.balance("ch", "estimated")).isEqualTo("0");
            assertThatTheBooksHoldEachRefundOnce(stage, sum(paid));
        }
    }

    /** Members of every kind that an end treats differently; gives what was paid, by charge. */
    private static Map<String, BigDecimal> gathered(RunningLedger ledger) {
        Stage stage = new Stage(ledger, Instant.now());
        Api admin = ledger.as("admin");
        stage.enrolled("ch", 5_000);
        assertThat(admin.put(
                                CHANNEL + "/tiers/basic",
                                """
                                {"name":"Basic","rank":1,"monthlyPrice":{"amount":"100001","currency":"IRR"},"perks":[]}""")
                        .status())
                .isBetween(200, 201);
        assertThat(admin.post(PROGRAMME + ":enable", "{\"termsAccepted\":true}").status())
                .isEqualTo(200);
        IntStream.range(0, MEMBERS).parallel().forEach(member -> join(admin, member));
        Map<String, BigDecimal> paid = new TreeMap<>();
        for (JsonNode charge : all(stage, "/v1/charges/due")) {
            if (kindOf(charge) != PENDING) {
                pay(admin, charge);
                paid.put(charge.path("chargeId").asString(), amount(charge));
            }
        }
        assertThat(paid).hasSize(MEMBERS - MEMBERS / 10);
        return paid;
    }

    private static void join(Api admin, int member) {
        Api.Answer answer = admin.post(
                CHANNEL + "/memberships",
                """
                {"membershipId":"m-%d","memberId":"v-%d","tierId":"basic","platform":"WEB"}"""
                        .formatted(member, member));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static void pay(Api admin, JsonNode charge) {
        String membership = "/v1/memberships/" + charge.path("membershipId").asString();
        String chargeId = charge.path("chargeId").asString();
        Api.Answer answer = admin.post(
                membership + "/charges/" + chargeId + ":paid",
                """
                {"paymentReference":"r-%s","amount":%s,"tax":{"amount":"9091","currency":"IRR"}}"""
                        .formatted(chargeId, charge.path("amount")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        if (kindOf(charge) == CANCELLED) {
            assertThat(admin.post(membership + ":cancel", "{}").status()).isEqualTo(200);
        }
    }

    private static int kindOf(JsonNode charge) {
        return Integer.parseInt(charge.path("membershipId").asString().substring("m-".length())) % 10;
    }

    /** Waits until so many members were told; all of them were once the refunds are booked. */
    private static void awaitTold(RunningLedger ledger, int wanted) {
        Api admin = ledger.as("admin");
        Instant giveUpAt = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUpAt)) {
            JsonNode turns = admin.get(PROGRAMME + "/turns").body().path("items");
            boolean over = turns.isEmpty()
                    && !admin.get(REFUNDS_BOOKED).body().path("items").isEmpty();
            assertThat(over && wanted < MEMBERS)
                    .as("it ended before it was killed")
                    .isFalse();
            if (over || (wanted < MEMBERS && turns.path(0).path("done").asInt(0) >= wanted)) {
                return;
            }
        }
        throw new AssertionError("fewer than " + wanted + " members were told within " + PATIENCE);
    }

    private static Map<String, BigDecimal> refunded(Stage stage) {
        Map<String, BigDecimal> refunded = new TreeMap<>();
        for (JsonNode refund : all(stage, "/v1/refunds")) {
            assertThat(refunded.put(refund.path("chargeId").asString(), amount(refund)))
                    .as("refunded before: " + refund)
                    .isNull();
        }
        return refunded;
    }

    /** A list of refunds could hide that one was made twice: what is owed by the books could not. */
    private static void assertThatTheBooksHoldEachRefundOnce(Stage stage, BigDecimal paid) {
        JsonNode trial = stage.settled("/v1/audit/trial-balance").body();
        assertThat(trial.at("/currencies/0/difference/amount").asString()).isEqualTo("0");
        Map<String, BigDecimal> accounts = new TreeMap<>();
        trial.path("accounts")
                .forEach(one -> accounts.put(
                        one.path("account").asString(),
                        new BigDecimal(one.at("/balance/amount").asString())));
        assertThat(accounts.get("liabilities:refunds")).isEqualByComparingTo(paid.negate());
        assertThat(accounts.get("assets:receivable:payments")).isEqualByComparingTo(paid);
        assertThat(accounts.get("liabilities:creators:ch:accrued")).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(accounts.get("liabilities:tax")).isEqualByComparingTo(BigDecimal.ZERO);
    }

    /** A list from its beginning to its end. */
    private static List<JsonNode> all(Stage stage, String path) {
        String pages = path + (path.contains("?") ? "&" : "?") + "limit=200";
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = stage.settled(pages + cursor);
            page.body().path("items").forEach(items::add);
            String next = page.at("/next");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }

    private static BigDecimal amount(JsonNode of) {
        return new BigDecimal(of.at("/amount/amount").asString());
    }

    private static BigDecimal sum(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
