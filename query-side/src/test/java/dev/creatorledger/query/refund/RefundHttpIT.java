package dev.creatorledger.query.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("B25, U6 Refunds over HTTP")
class RefundHttpIT extends QueryHttp {

    private static final String REFUNDS = "/v1/refunds?limit=500";
    private static final String CAUSES = "/v1/compliance/refunds?limit=500";

    private static int channels;

    private final ChannelId channel = new ChannelId("refunds-http-" + channels++);

    private static RefundId id(Membership membership) {
        return RefundId.ofPaymentOf(membership.charge(QueryService.NOW));
    }

    private RefundDue due(Membership membership, RefundCause cause, Instant at) {
        return new RefundDue(
                id(membership),
                membership.id(),
                channel,
                membership.memberId(),
                membership.charge(QueryService.NOW),
                Membership.SPLIT,
                cause,
                at);
    }

    private Membership member(String name) {
        return Membership.of(channel, name);
    }

    private List<JsonNode> own(String path, long position) {
        List<JsonNode> own = new ArrayList<>();
        read(path + "&atLeast=" + position).path("items").forEach(item -> {
            if (item.path("channelId").asString().equals(channel.value())) {
                own.add(item);
            }
        });
        return own;
    }

    private List<String> members(String path, long position) {
        return own(path, position).stream()
                .map(item -> item.path("memberId")
                        .asString()
                        .substring(channel.value().length()))
                .toList();
    }

    @Test
    void showAPaymentAsItWasSplit() {
        Membership ali = member("ali");
        long position = publish(due(ali, RefundCause.PAUSE_EXPIRED, QueryService.NOW));
        assertThat(own(REFUNDS + "&status=DUE", position).get(0).toString())
                .isEqualTo("{\"refundId\":\"" + id(ali).value() + "\",\"membershipId\":\""
                        + ali.id().value() + "\",\"channelId\":\"" + channel.value() + "\",\"memberId\":\""
                        + ali.memberId().value() + "\",\"chargeId\":\""
                        + ali.charge(QueryService.NOW).value() + "\","
                        + "\"amount\":{\"amount\":\"4.99\",\"currency\":\"USD\"},"
                        + "\"creatorPart\":{\"amount\":\"3.213\",\"currency\":\"USD\"},"
                        + "\"platformPart\":{\"amount\":\"1.377\",\"currency\":\"USD\"},"
                        + "\"tax\":{\"amount\":\"0.4\",\"currency\":\"USD\"},"
                        + "\"cause\":\"PAUSE_EXPIRED\",\"status\":\"DUE\",\"dueAt\":\"2026-02-02T12:00:00Z\"}");
    }

    @Test
    void areFoundByStatusNewestFirst() {
        Instant now = QueryService.NOW;
        publish(due(member("a"), RefundCause.VOLUNTARY, now.minusSeconds(9)));
        publish(due(member("b"), RefundCause.VOLUNTARY, now));
        long position = publish(
                due(member("c"), RefundCause.VOLUNTARY, now.minusSeconds(5)),
                new RefundSettled(id(member("c")), "back-1", Membership.SPLIT, now));
        assertThat(members(REFUNDS + "&status=DUE", position)).containsExactly("b", "a");
        assertThat(members(REFUNDS + "&status=SETTLED", position)).containsExactly("c");
        assertThat(members(REFUNDS, position)).containsExactly("b", "c", "a");
        assertThat(own(REFUNDS + "&status=SETTLED", position)
                        .get(0)
                        .path("settledAt")
                        .asString())
                .isEqualTo(now.toString());
        assertThat(get(REFUNDS + "&status=LOST").statusCode()).isEqualTo(400);
    }

    @Test
    void areFoundByCause() {
        long position = publish(
                due(member("a"), RefundCause.FRAUD, QueryService.NOW),
                due(member("b"), RefundCause.NOT_OWED, QueryService.NOW.minusSeconds(1)));
        assertThat(members(CAUSES + "&cause=FRAUD", position)).containsExactly("a");
        assertThat(members(CAUSES + "&cause=NOT_OWED", position)).containsExactly("b");
        assertThat(members(CAUSES, position)).containsExactly("a", "b");
        assertThat(get(CAUSES + "&cause=BOREDOM").statusCode()).isEqualTo(400);
        assertThat(get(CAUSES + "&cursor=bm9uZQ").statusCode()).isEqualTo(400);
    }

    @Test
    void areForThePaymentServiceAndCompliance() {
        assertThat(statusFor("payments", REFUNDS)).isEqualTo(200);
        assertThat(statusFor("operator", REFUNDS)).isEqualTo(200);
        assertThat(statusFor("compliance", REFUNDS)).isEqualTo(200);
        assertThat(getAsCreatorOf(channel.value(), REFUNDS).statusCode()).isEqualTo(403);
        assertThat(statusFor("compliance", CAUSES)).isEqualTo(200);
        assertThat(statusFor("payments", CAUSES)).isEqualTo(403);
    }
}
