package dev.creatorledger.query.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.query.History;
import dev.creatorledger.query.QueryHttp;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A9: income of open windows is estimated, that of sealed ones is available. */
class BalanceHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId id = new ChannelId("balance-http-" + channels++);
    private final ImpressionQualified impression =
            History.qualified(id, new VideoId("v"), "i1", History.START, 3_000_001, 5_000);

    private ChannelRegistered registered(String currency) {
        return new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Currency.getInstance(currency), false);
    }

    private EarningsFinalized finalized() {
        Money net = impression.netRevenue();
        Money creator = impression.creatorPart();
        return new EarningsFinalized(id, impression.windowId(), 1, net, creator, net.minus(creator), 5_000, 1);
    }

    private JsonNode balance(long position) {
        return read("/v1/channels/" + id.value() + "/balance?atLeast=" + position);
    }

    @Test
    void of_a_new_channel_is_nothing_of_its_own_currency() {
        JsonNode balance = balance(publish(registered("MYR")));
        assertThat(balance.get("total").toString()).isEqualTo("{\"amount\":\"0\",\"currency\":\"MYR\"}");
        assertThat(balance.get("others").size()).isZero();
    }

    @Test
    void counts_open_windows_as_estimated_with_the_odd_micro() {
        JsonNode balance = balance(publish(registered("IRR"), impression));
        assertThat(amount(balance, "estimated")).isEqualTo("1.500001");
        assertThat(amount(balance, "available")).isEqualTo("0");
        assertThat(amount(balance, "held")).isEqualTo("0");
        assertThat(amount(balance, "total")).isEqualTo("1.500001");
    }

    @Test
    void counts_sealed_windows_as_available() {
        JsonNode balance = balance(publish(registered("IRR"), impression, finalized()));
        assertThat(amount(balance, "estimated")).isEqualTo("0");
        assertThat(amount(balance, "available")).isEqualTo("1.500001");
        assertThat(amount(balance, "total")).isEqualTo("1.500001");
    }

    @Test
    void shows_other_currencies_after_the_channels_own() {
        JsonNode balance = balance(publish(registered("EUR"), impression));
        assertThat(balance.get("total").get("currency").asString()).isEqualTo("EUR");
        assertThat(amount(balance, "total")).isEqualTo("0");
        assertThat(amount(balance.get("others").get(0), "estimated")).isEqualTo("1.500001");
        assertThat(balance.get("others").get(0).get("total").get("currency").asString())
                .isEqualTo("IRR");
    }

    private static String amount(JsonNode balance, String part) {
        return balance.get(part).get("amount").asString();
    }
}
