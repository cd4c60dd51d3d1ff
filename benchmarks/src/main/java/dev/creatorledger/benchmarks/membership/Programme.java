package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.standalone.load.ChannelSetup;
import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.Patience;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A channel's membership programme over HTTP: two tiers, members by their numbers, and what they pay (B1–B14). */
final class Programme {

    static final String BASIC = "basic";
    static final String GOLD = "gold";

    private static final long FOLLOWERS = 200;
    private static final int SHARE_BPS = 5_500;

    private final ServiceClient client;
    private final String channelId;

    Programme(ServiceClient client, String channelId) {
        this.client = client;
        this.channelId = channelId;
    }

    /** A charge that is to be collected. */
    record Charge(String chargeId, String membershipId, boolean upgrade, BigDecimal amount) {

        /** Which member it is of. */
        int member() {
            return Integer.parseInt(membershipId.substring(membershipId.lastIndexOf('-') + 1));
        }
    }

    /** Takes the channel into the ad-revenue programme and turns memberships on (B1, B3). */
    void turnOn(URI address, String token) {
        ChannelSetup setup = new ChannelSetup(new LedgerClient(address, token, Patience.ofOneMinute()), "a benchmark");
        setup.channel(channelId, "Benchmark of memberships", FOLLOWERS);
        setup.originalVideo(channelId + "-video", channelId);
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        setup.audience(channelId + "-video", yesterday, 1_000, ChannelSetup.ELIGIBLE_WATCH_SECONDS);
        setup.enrol(channelId, SHARE_BPS);
        putTier(BASIC, 1, "100001");
        putTier(GOLD, 2, "250003");
        client.post(path("/membership-programme:enable"), Map.of("termsAccepted", true));
    }

    private void putTier(String tierId, int rank, String rials) {
        client.put(
                path("/tiers/" + tierId),
                Map.of(
                        "name",
                        tierId,
                        "rank",
                        rank,
                        "monthlyPrice",
                        money(new BigDecimal(rials)),
                        "perks",
                        List.of(Map.of("kind", "BADGE", "title", "A badge"))));
    }

    /** A member joins, without a name (B10). */
    long join(int member) {
        return ServiceClient.position(client.post(
                path("/memberships"),
                Map.of(
                        "membershipId",
                        membershipId(member),
                        "memberId",
                        channelId + "-viewer-" + member,
                        "tierId",
                        BASIC,
                        "platform",
                        "WEB")));
    }

    /** A member cancels (B13). */
    long cancel(int member) {
        return ServiceClient.position(client.post("/v1/memberships/" + membershipId(member) + ":cancel", Map.of()));
    }

    /** A member asks for the higher tier (B14). */
    long upgrade(int member) {
        return ServiceClient.position(
                client.post("/v1/memberships/" + membershipId(member) + ":change-tier", Map.of("tierId", GOLD)));
    }

    /** The payment service reports a charge paid (B11). */
    long pay(Charge charge, BigDecimal tax) {
        return ServiceClient.position(client.post(
                "/v1/memberships/" + charge.membershipId() + "/charges/" + charge.chargeId() + ":paid",
                Map.of(
                        "paymentReference", "paid-" + charge.chargeId(),
                        "amount", money(charge.amount()),
                        "tax", money(tax))));
    }

    /** The charges of this programme that are to be collected, once the views have seen a position. */
    List<Charge> chargesDue(long atLeast) {
        List<Charge> due = new ArrayList<>();
        client.list("/v1/charges/due", atLeast, charge -> {
            if (channelId.equals(charge.path("channelId").asString())) {
                due.add(new Charge(
                        charge.path("chargeId").asString(),
                        charge.path("membershipId").asString(),
                        charge.path("kind").asString().equals("UPGRADE"),
                        amount(charge.path("amount"))));
            }
        });
        return due;
    }

    /** An operator opens a cause of pause (B20). */
    long pause() {
        return ServiceClient.position(client.put(path("/membership-programme/causes/MADE_FOR_KIDS"), Map.of()));
    }

    /** The operator closes it, and the channel turns memberships on again (B22). */
    long resume() {
        client.delete(path("/membership-programme/causes/MADE_FOR_KIDS"));
        return ServiceClient.position(client.post(path("/membership-programme:resume"), Map.of()));
    }

    /** The channel ends it (B26). */
    long end() {
        return ServiceClient.position(client.post(path("/membership-programme:end"), Map.of("cause", "VOLUNTARY")));
    }

    /** The turns that have not reached every member yet. */
    JsonNode turns() {
        return client.get(path("/membership-programme/turns")).path("items");
    }

    /** Whether a page of members of a status has anybody. */
    boolean hasMembers(String status) {
        return !client.get(path("/members?limit=1&status=" + status))
                .path("items")
                .isEmpty();
    }

    /** A path below the channel's own. */
    String path(String below) {
        return "/v1/channels/" + channelId + below;
    }

    String channelId() {
        return channelId;
    }

    String membershipId(int member) {
        return channelId + "-member-" + member;
    }

    /** The amount of money as answers give it. */
    static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asString());
    }

    private static Map<String, String> money(BigDecimal rials) {
        return Map.of("amount", rials.toPlainString(), "currency", "IRR");
    }
}
