package dev.creatorledger.query.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.ProgrammeTurns;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("U1, U6 GET /v1/compliance/decisions")
class DecisionHttpIT extends QueryHttp {

    private static final String DECISIONS = "/v1/compliance/decisions";
    private static final ChannelId CHANNEL = new ChannelId("ch-1");

    private static int calls;

    /** An actor of this test's own. */
    private final String actor = "operator \"" + calls++ + "\" عامل";

    private Map<String, String> request(String command, String reason) {
        int call = calls++;
        Map<String, String> metadata = new HashMap<>(Map.of("actor", actor, "command", command, "reason", reason));
        metadata.put("correlationId", "c-" + call);
        metadata.put("causationId", "m-" + call);
        metadata.put("idempotencyId", "k-" + call);
        return metadata;
    }

    private static Map<String, String> with(Map<String, String> metadata, String key, String value) {
        Map<String, String> changed = new HashMap<>(metadata);
        changed.put(key, value);
        return changed;
    }

    private long suspend(String reason) {
        return publishOf(with(request("SuspendAdProgramme", reason), "subject", "ch-1"), suspended());
    }

    private static LedgerEvent suspended() {
        return new AdProgrammeSuspended(CHANNEL, History.START);
    }

    private JsonNode mine(String query) {
        return read(DECISIONS + "?actor=" + URLEncoder.encode(actor, StandardCharsets.UTF_8) + query);
    }

    @Test
    void tellsWhoDecidedWhatOnWhatAndWhy() {
        long position = suspend("they \"asked\" for it: دلیل");
        JsonNode page = mine("&atLeast=" + position);
        assertThat(page.path("items")).hasSize(1);
        JsonNode decision = page.path("items").get(0);
        assertThat(decision.path("actor").asString()).isEqualTo(actor);
        assertThat(decision.path("command").asString()).isEqualTo("SuspendAdProgramme");
        assertThat(decision.path("subject").asString()).isEqualTo("ch-1");
        assertThat(decision.path("reason").asString()).isEqualTo("they \"asked\" for it: دلیل");
        assertThat(decision.path("at").asString()).isEqualTo(QueryService.NOW.toString());
        assertThat(decision.size()).isEqualTo(5);
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void isOneWhereACommandStoredSeveralEventsOnSeveralAggregates() {
        PayoutId payout = new PayoutId("p-" + calls);
        Map<String, String> rejection = with(request("RejectPayout", "a wrong name"), "subject", payout.value());
        publishOf(rejection, new PayoutRejected(payout, "a wrong name"));
        // What follows in the same commit is a command of its own to the framework.
        publishOf(
                with(rejection, "causationId", "m-following"),
                new PayoutReleased(CHANNEL, payout, Money.rialMicros(5), PayoutReleased.Cause.REJECTED));
        Map<String, String> suspension = with(request("SuspendAdProgramme", "x"), "subject", "ch-1");
        publishOf(
                suspension,
                suspended(),
                new ProgrammeTurns(CHANNEL).opened(PauseCause.MONETIZATION_POLICY_VIOLATION, Opener.SERVICE));
        assertThat(mine("").path("items").findValuesAsString("subject")).containsExactly("ch-1", payout.value());
        JsonNode first = mine("&limit=1");
        assertThat(first.path("items").findValuesAsString("command")).containsExactly("SuspendAdProgramme");
        JsonNode next = mine("&limit=1&cursor=" + first.path("next").asString());
        assertThat(next.path("items").findValuesAsString("command")).containsExactly("RejectPayout");
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void areTwoWhereTheSameWasDecidedTwiceUnderOneCorrelationId() {
        Map<String, String> once = with(request("SuspendAdProgramme", "again"), "subject", "ch-1");
        publishOf(once, suspended());
        publishOf(with(once, "idempotencyId", "k-another"), suspended());
        assertThat(mine("").path("items")).hasSize(2);
        Map<String, String> withoutAKey = new HashMap<>(once);
        withoutAKey.remove("idempotencyId");
        publishOf(withoutAKey, suspended());
        publishOf(with(withoutAKey, "subject", "ch-2"), new AdProgrammeSuspended(new ChannelId("ch-2"), History.START));
        assertThat(mine("").path("items").findValuesAsString("subject"))
                .containsExactly("ch-2", "ch-1", "ch-1", "ch-1");
    }

    @Test
    void namesTheAggregateWhereTheRequestNamedNothing() {
        publishOf(request("ErasePerson", "asked by letter"), suspended());
        assertThat(mine("").path("items").findValuesAsString("subject")).containsExactly("ch-1");
    }

    @Test
    void areThoseOfOneActorExactlyOrOfAll() {
        suspend("mine");
        String before = actor;
        String other = "another " + calls++;
        long position = publishOf(with(request("SuspendAdProgramme", "another's"), "actor", other), suspended());
        assertThat(mine("").path("items").findValuesAsString("reason")).containsExactly("mine");
        JsonNode all = read(DECISIONS + "?limit=2&atLeast=" + position);
        assertThat(all.path("items").findValuesAsString("actor")).containsExactly(other, before);
        assertThat(read(DECISIONS + "?actor=" + "operator").path("items")).isEmpty();
    }

    @Test
    void leavesOutWhatWasDoneWithoutAReason() {
        Map<String, String> silent = request("ReportFollowers", "unsaid");
        silent.remove("reason");
        publishOf(silent, new FollowersReported(CHANNEL, 7));
        // Somebody who writes what looks like a key.
        publishOf(with(silent, "command", "\"reason\":\"x\""), new FollowersReported(CHANNEL, 8));
        assertThat(mine("").path("items")).isEmpty();
    }

    @Test
    void goesOnPageByPageWhateverComesMeanwhile() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            suspend("r" + i);
            said.add(0, "r" + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = mine("&limit=3" + cursor);
            seen.addAll(page.path("items").findValuesAsString("reason"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            suspend("later");
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(said);
    }

    @Test
    void isForCompliance() {
        assertThat(statusFor("compliance", DECISIONS)).isEqualTo(200);
        assertThat(statusFor("admin", DECISIONS)).isEqualTo(200);
        assertThat(statusFor("operator", DECISIONS)).isEqualTo(403);
        assertThat(get(DECISIONS + "?cursor=x").statusCode()).isEqualTo(400);
        assertThat(get(DECISIONS + "?actor=").statusCode()).isEqualTo(400);
        assertThat(get(DECISIONS + "?actor=" + "a".repeat(256)).statusCode()).isEqualTo(400);
    }
}
