package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import tools.jackson.databind.JsonNode;

/** What scenarios of memberships do and look at: programmes in dollars, members, what they pay, what they get back. */
final class MemberStage {

    static final String BASIC = "basic";
    static final String PLUS = "plus";

    private static final Duration DUE_LIMIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String NO_TAX = "0";

    final Api admin;
    private final Function<String, Api> clients;
    private final Supplier<Instant> now;
    private final Map<String, Charge> paid = new HashMap<>();

    /** A stage on a service, by its client for each role and by what time it is there. */
    MemberStage(Function<String, Api> clients, Supplier<Instant> now) {
        this.clients = clients;
        this.now = now;
        admin = clients.apply("admin");
    }

    /** A charge as the payment service reads it. */
    record Charge(
            String chargeId,
            String membershipId,
            String kind,
            String tierId,
            String amount,
            Instant periodStart,
            Instant dueAt,
            int attempt) {

        static Charge of(JsonNode json) {
            return new Charge(
                    json.path("chargeId").asString(),
                    json.path("membershipId").asString(),
                    json.path("kind").asString(),
                    json.path("tierId").asString(),
                    json.at("/amount/amount").asString(),
                    Instant.parse(json.path("periodStart").asString()),
                    Instant.parse(json.path("dueAt").asString()),
                    json.path("attempt").asInt());
        }

        private String path(String outcome) {
            return "/v1/memberships/" + membershipId + "/charges/" + chargeId + ":" + outcome;
        }
    }

    Stage stage() {
        return new Stage(clients, now.get());
    }

    static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    /** Until something that follows by itself has reached the views. */
    static void eventually(ThrowingRunnable seen) {
        await().atMost(DUE_LIMIT).pollInterval(BETWEEN_LOOKS).untilAsserted(seen);
    }

    /** A channel whose memberships are on, with tiers at $4.99 and $9.99. */
    void programme(String channel) {
        programme(channel, "4.99", "9.99");
    }

    void programme(String channel, String basic, String plus) {
        stage().enrolled(channel, 5_000);
        tier(channel, BASIC, 1, basic);
        tier(channel, PLUS, 2, plus);
        ok(enable(channel));
    }

    private void tier(String channel, String tier, int rank, String price) {
        String body =
                """
                {"name":"%s","rank":%d,"monthlyPrice":{"amount":"%s","currency":"USD"},\
                "perks":[{"kind":"BADGE","title":"A badge"}]}"""
                        .formatted(tier, rank, price);
        ok(admin.put("/v1/channels/" + channel + "/tiers/" + tier, body));
    }

    Api.Answer enable(String channel) {
        return admin.post(programmeOf(channel) + ":enable", "{\"termsAccepted\":true}");
    }

    Api.Answer resume(String channel) {
        return admin.post(programmeOf(channel) + ":resume", "{}");
    }

    Api.Answer end(String channel, String cause) {
        return admin.post(programmeOf(channel) + ":end", "{\"cause\":\"" + cause + "\"}", "seen by a reviewer");
    }

    /** Opens a cause of pause. */
    void open(String channel, String cause) {
        ok(admin.put(programmeOf(channel) + "/causes/" + cause, "{}", "seen by a reviewer"));
    }

    /** Closes a cause of pause. */
    void close(String channel, String cause) {
        ok(admin.send(
                "DELETE",
                programmeOf(channel) + "/causes/" + cause,
                null,
                "looked into and settled",
                "application/json"));
    }

    private static String programmeOf(String channel) {
        return "/v1/channels/" + channel + "/membership-programme";
    }

    Api.Answer join(String channel, String membership, String platform) {
        return join(channel, membership, "viewer-" + membership, platform);
    }

    Api.Answer join(String channel, String membership, String member, String platform) {
        String body =
                """
                {"membershipId":"%s","memberId":"%s","memberName":"Ziba of %s","tierId":"%s","platform":"%s"}"""
                        .formatted(membership, member, member, BASIC, platform);
        return admin.post("/v1/channels/" + channel + "/memberships", body);
    }

    /** A member who has paid the first period. */
    void joined(String channel, String membership, String platform) {
        ok(join(channel, membership, platform));
        pay(due(membership));
    }

    void cancel(String membership) {
        ok(admin.post("/v1/memberships/" + membership + ":cancel", "{}"));
    }

    Api.Answer change(String membership, String tier) {
        return admin.post("/v1/memberships/" + membership + ":change-tier", "{\"tierId\":\"" + tier + "\"}");
    }

    /** The charge that the payment service is asked to collect from a member, once it is asked. */
    Charge due(String membership) {
        return due(membership, 1);
    }

    Charge due(String membership, int attempt) {
        return await().atMost(DUE_LIMIT)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> asked(membership).filter(charge -> charge.attempt() == attempt), Optional::isPresent)
                .orElseThrow();
    }

    /** What is to be collected from a member now, if anything is. */
    Optional<Charge> asked(String membership) {
        return stage().settled("/v1/charges/due?limit=500")
                .body()
                .path("items")
                .valueStream()
                .map(Charge::of)
                .filter(charge -> charge.membershipId().equals(membership))
                .findFirst();
    }

    void pay(Charge charge) {
        ok(report(charge, NO_TAX));
    }

    /** Reports a charge as paid, with the tax in it. */
    Api.Answer report(Charge charge, String tax) {
        String body =
                """
                {"paymentReference":"pay-%s","amount":{"amount":"%s","currency":"USD"},\
                "tax":{"amount":"%s","currency":"USD"}}"""
                        .formatted(charge.chargeId(), charge.amount(), tax);
        paid.put(charge.membershipId(), charge);
        return admin.post(charge.path("paid"), body);
    }

    void decline(Charge charge) {
        ok(admin.post(charge.path("declined"), "{\"attempt\":" + charge.attempt() + "}"));
    }

    /** Has a membership do what is due of it now: a report that is repeated is quiet, and decides as of now. */
    void catchUp(String membership) {
        pay(Objects.requireNonNull(paid.get(membership)));
    }

    Api.Answer membership(String membership) {
        return stage().settled("/v1/memberships/" + membership);
    }

    Instant paidUntil(String membership) {
        return Instant.parse(membership(membership).at("/paidUntil"));
    }

    boolean hasPerks(String membership) {
        return membership(membership).at("/perksActive").equals("true");
    }

    /** Until a membership is seen in a state. */
    void awaitStatus(String membership, String status) {
        eventually(() -> assertThat(membership(membership).at("/status")).isEqualTo(status));
    }

    Api.Answer memberships(String channel) {
        return stage().settled("/v1/channels/" + channel);
    }

    /** How a programme stands, by a field of the channel. */
    String programme(String channel, String field) {
        return memberships(channel)
                .body()
                .at("/memberships/" + field)
                .toString()
                .replace("\"", "");
    }

    /** The payloads of an aggregate's events of one type, oldest first. */
    List<JsonNode> events(String aggregate, String type) {
        return stage().settled("/v1/audit/events?aggregate=" + aggregate + "&type=" + type)
                .body()
                .path("items")
                .valueStream()
                .map(event -> event.path("payload"))
                .toList();
    }

    /** The refunds of a membership's payments. */
    List<JsonNode> refunds(String membership) {
        return stage().settled("/v1/compliance/refunds?limit=500")
                .body()
                .path("items")
                .valueStream()
                .filter(refund -> refund.path("membershipId").asString().equals(membership))
                .toList();
    }

    /** What a channel has in dollars. */
    String dollars(String channel, String field) {
        return stage().settled("/v1/channels/" + channel + "/balance").at("/others/0/" + field + "/amount");
    }

    /** L3: every currency's debits and credits are equal. */
    void assertThatTheBooksBalance() {
        assertThat(stage().settled("/v1/audit/trial-balance")
                        .body()
                        .path("currencies")
                        .valueStream()
                        .map(currency -> currency.at("/difference/amount").asString()))
                .isNotEmpty()
                .containsOnly("0");
    }
}
