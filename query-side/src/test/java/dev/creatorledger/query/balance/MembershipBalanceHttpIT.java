package dev.creatorledger.query.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("L5 Membership income in the balance")
class MembershipBalanceHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId channel = new ChannelId("member-balance-" + channels++);
    private final Membership one = Membership.of(channel, "ali");
    private final MembershipDayId day = MembershipDayId.of(channel, Membership.PRICE.currency(), QueryService.NOW);
    private final Money creatorPart = Membership.SPLIT.creatorPart();

    private void assertBalance(String available, String estimated, LedgerEvent event) {
        JsonNode balance = read("/v1/channels/" + channel.value() + "/balance?atLeast=" + publish(event));
        assertThat(balance.path("available").path("amount").asString()).isEqualTo(available);
        assertThat(balance.path("estimated").path("amount").asString()).isEqualTo(estimated);
        assertThat(balance.path("held").path("amount").asString()).isEqualTo("0");
    }

    private MembershipPaymentBooked payment() {
        return new MembershipPaymentBooked(day, one.id(), one.charge(QueryService.NOW), Membership.SPLIT);
    }

    private MembershipRefundBooked refund() {
        RefundId id = RefundId.ofPaymentOf(one.charge(QueryService.NOW));
        return new MembershipRefundBooked(day, one.id(), id, Membership.SPLIT);
    }

    private void register() {
        publish(new ChannelRegistered(
                channel, owner(channel, "Sara"), "Cooking", "US", Membership.PRICE.currency(), false));
    }

    @Test
    void isEstimatedAtOnceAndAvailableOnceItsDayIsSealed() {
        register();
        assertBalance("0", "3.213", payment());
        assertBalance("0", "6.426", payment());
        assertBalance("0", "3.213", refund());
        assertBalance("3.213", "0", new MembershipIncomeFinalized(channel, day, creatorPart));
    }

    @Test
    void takesARefundBelowZero() {
        register();
        assertBalance("0", "-3.213", refund());
        Money less = Money.zero(creatorPart.currency()).minus(creatorPart);
        assertBalance("-3.213", "0", new MembershipIncomeFinalized(channel, day, less));
    }
}
