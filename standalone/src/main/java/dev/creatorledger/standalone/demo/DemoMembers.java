package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.load.Answer;
import dev.creatorledger.standalone.load.LedgerClient;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Memberships of one channel: viewers who join and pay, and one whose payment comes after cancelling, which is paid back
 * (B10, B11). Everything can be repeated: who is a member stays so.
 */
final class DemoMembers {

    private static final int MEMBERS = 12;
    private static final String TIER = "fans";
    private static final Map<String, String> PRICE = Map.of("amount", "4.99", "currency", "USD");

    private final LedgerClient client;
    private final DemoChannel channel;
    private long position;

    DemoMembers(LedgerClient client, DemoChannel channel) {
        this.client = client;
        this.channel = channel;
    }

    /**
     * What the queries tell of it.
     *
     * @param active members who have paid
     * @param refunds payments that are paid back
     * @param creatorPart what the creator gets, estimated and final, as a decimal string of dollars
     */
    record Figures(int active, int refunds, String creatorPart) {}

    /**
     * Turns memberships on and has viewers join and pay.
     *
     * @return a position at which everything is stored
     */
    long load() {
        String programme = "/v1/channels/" + channel.id();
        client.put(programme + "/tiers/" + TIER, tier()).orFail();
        stored(client.post(programme + "/membership-programme:enable", Map.of("termsAccepted", true), null));
        for (int number = 1; number <= MEMBERS; number++) {
            stored(client.post(programme + "/memberships", viewer(number), null));
        }
        List<JsonNode> charges = items("/v1/charges/due?limit=500");
        stored(client.post("/v1/memberships/" + membership(1) + ":cancel", Map.of(), null));
        charges.forEach(this::pay);
        return position;
    }

    private static Map<String, Object> tier() {
        return Map.of(
                "name",
                "Fans",
                "rank",
                1,
                "monthlyPrice",
                PRICE,
                "perks",
                List.of(Map.of("kind", "BADGE", "title", "A badge in the chat")));
    }

    private Map<String, Object> viewer(int number) {
        return Map.of(
                "membershipId",
                membership(number),
                "memberId",
                channel.id() + "-viewer" + number,
                "tierId",
                TIER,
                "platform",
                "WEB");
    }

    private String membership(int number) {
        return channel.id() + "-m" + number;
    }

    private void pay(JsonNode charge) {
        String chargeId = charge.path("chargeId").asString("");
        String path = "/v1/memberships/" + charge.path("membershipId").asString("") + "/charges/" + chargeId + ":paid";
        stored(client.post(path, Map.of("paymentReference", "demo-" + chargeId, "amount", PRICE), null));
    }

    private void stored(Answer answer) {
        String stored = answer.orFail().json().path("position").asString("0");
        position = Math.max(position, Long.parseLong(stored));
    }

    /** The channel's own items of a list, read once everything so far is seen. */
    private List<JsonNode> items(String path) {
        return client.get(path + "&atLeast=" + position)
                .orFail()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("channelId").asString("").equals(channel.id()))
                .toList();
    }

    /** Reads how it stands now. */
    Figures figures() {
        String path = "/v1/channels/" + channel.id();
        int active = items(path + "/members?status=ACTIVE&limit=500").size();
        int refunds = items("/v1/refunds?limit=500").size();
        JsonNode balance =
                client.get(path + "/balance?atLeast=" + position).orFail().json();
        return new Figures(active, refunds, balance.at("/others/0/total/amount").asString("0"));
    }
}
