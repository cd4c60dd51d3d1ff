package dev.creatorledger.command.idempotency;

import dev.creatorledger.command.idempotency.Cases.Case;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.RefundId;
import java.util.Map;
import java.util.TreeMap;

/** Every POST of networks and memberships, with what brings it about: channel, network and membership have one id. */
final class MembershipCases {

    private static final String TERMS = "{\"termsAccepted\":true}";
    private static final String PAID =
            "{\"paymentReference\":\"pay-%s\",\"amount\":{\"amount\":\"4.99\",\"currency\":\"USD\"}}";

    private static final String JOIN =
            "{\"membershipId\":\"%1$s\",\"memberId\":\"m-%1$s\",\"tierId\":\"silver\",\"platform\":\"WEB\"}";

    private MembershipCases() {}

    /** By the patterns of the route table. */
    static Map<String, Case> byPattern() {
        Map<String, Case> cases = new TreeMap<>();
        String network = "/v1/networks/{networkId}";
        cases.put(network, new Case("/v1/networks/%s", "{\"name\":\"Kitchens\"}", (service, id) -> {}));
        String ofNetwork = "/membership-programme";
        cases.put(
                network + ofNetwork + ":enable",
                new Case("/v1/networks/%s/membership-programme:enable", TERMS, MembershipCases::network));
        cases.put(
                network + ofNetwork + ":resume",
                new Case("/v1/networks/%s/membership-programme:resume", "", MembershipCases::network));
        String programme = "/v1/channels/{channelId}/membership-programme";
        cases.put(
                programme + ":enable", new Case("/v1/channels/%s/membership-programme:enable", TERMS, Cases::enrolled));
        cases.put(
                programme + ":resume",
                new Case("/v1/channels/%s/membership-programme:resume", "", MembershipCases::readyToResume));
        cases.put(
                programme + ":end",
                new Case("/v1/channels/%s/membership-programme:end", "{\"cause\":\"VOLUNTARY\"}", MembershipCases::on));
        cases.put(
                "/v1/channels/{channelId}/memberships",
                new Case("/v1/channels/%s/memberships", JOIN, MembershipCases::on));
        cases.putAll(ofMembers());
        return cases;
    }

    private static Map<String, Case> ofMembers() {
        String membership = "/v1/memberships/{membershipId}";
        String charge = membership + "/charges/{chargeId}";
        return Map.of(
                membership + ":cancel",
                new Case("/v1/memberships/%s:cancel", "", MembershipCases::joined),
                membership + ":change-tier",
                new Case("/v1/memberships/%s:change-tier", "{\"tierId\":\"gold\"}", MembershipCases::paid),
                charge + ":paid",
                new Case(
                        (KeyedService service, String id) -> chargeOf(service, id) + ":paid",
                        PAID,
                        MembershipCases::joined),
                charge + ":declined",
                new Case(
                        (KeyedService service, String id) -> chargeOf(service, id) + ":declined",
                        "{\"attempt\":1}",
                        MembershipCases::joined),
                "/v1/refunds/{refundId}:settled",
                new Case(
                        (KeyedService service, String id) -> "/v1/refunds/"
                                + RefundId.ofPaymentOf(firstCharge(service, id)).value() + ":settled",
                        "{\"paymentReference\":\"back-%s\"}",
                        MembershipCases::paidForNothing));
    }

    /** Time stands still between two steps of these tests, so the first charge of who has just joined is known. */
    private static ChargeId firstCharge(KeyedService service, String id) {
        return ChargeId.ofPeriod(new MembershipId(id), service.clock().instant());
    }

    private static String chargeOf(KeyedService service, String id) {
        return "/v1/memberships/" + id + "/charges/" + firstCharge(service, id).value();
    }

    private static void network(KeyedService service, String id) {
        Cases.must(service.post("net " + id, "/v1/networks/" + id, "{\"name\":\"Kitchens\"}"));
    }

    private static void on(KeyedService service, String id) {
        Cases.enrolled(service, id);
        Cases.must(service.post("on " + id, "/v1/channels/" + id + "/membership-programme:enable", TERMS));
        tier(service, id, "silver", 1, "4.99");
        tier(service, id, "gold", 2, "9.99");
    }

    private static void tier(KeyedService service, String id, String tier, int rank, String price) {
        Cases.must(service.put(
                null,
                "/v1/channels/" + id + "/tiers/" + tier,
                "{\"name\":\"%s\",\"rank\":%d,\"monthlyPrice\":{\"amount\":\"%s\",\"currency\":\"USD\"}}"
                        .formatted(tier, rank, price)));
    }

    private static void readyToResume(KeyedService service, String id) {
        on(service, id);
        String cause = "/v1/channels/" + id + "/membership-programme/causes/CHANNEL_TERMINATED";
        Cases.must(service.put(null, cause, "{}"));
        Cases.must(service.send(service.request("admin", null, "DELETE", cause, "")));
    }

    private static void joined(KeyedService service, String id) {
        on(service, id);
        Cases.must(service.post("join " + id, "/v1/channels/" + id + "/memberships", join(id)));
    }

    private static String join(String id) {
        return JOIN.formatted(id);
    }

    private static void paid(KeyedService service, String id) {
        joined(service, id);
        Cases.must(service.post("pay " + id, chargeOf(service, id) + ":paid", PAID.formatted(id)));
    }

    private static void paidForNothing(KeyedService service, String id) {
        joined(service, id);
        Cases.must(service.post("no " + id, "/v1/memberships/" + id + ":cancel", ""));
        Cases.must(service.post("pay " + id, chargeOf(service, id) + ":paid", PAID.formatted(id)));
    }
}
