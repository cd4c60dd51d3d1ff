package dev.creatorledger.query.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.QueryHttp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** U6, P7: who owes. */
class NegativeBalancesHttpIT extends QueryHttp {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static MembershipIncomeFinalized day(String channel, int day, String amount, String currency) {
        ChannelId id = new ChannelId(channel);
        Currency of = Currency.getInstance(currency);
        return new MembershipIncomeFinalized(
                id, new MembershipDayId(id, of, FIRST.plusDays(day)), Money.ofMajor(amount, of));
    }

    private List<String> owing(String limit, long position) {
        List<String> found = new ArrayList<>();
        String path = "/v1/compliance/negative-balances?limit=" + limit + "&atLeast=" + position;
        String cursor = "";
        do {
            JsonNode page = read(path + cursor);
            page.path("items").forEach(item -> {
                if (item.path("channelId").asString().startsWith("owing")) {
                    found.add(item.path("channelId").asString() + " "
                            + item.path("available").path("amount").asString() + " "
                            + item.path("available").path("currency").asString());
                }
            });
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return found;
    }

    @Test
    void lists_them_by_channel_and_currency_until_they_owe_no_more() {
        long position = publish(
                day("owing", 0, "-2", "USD"),
                day("owing", 0, "-1", "EUR"),
                day("owing", 0, "5", "IRR"),
                day("owing-1", 0, "-0.01", "USD"),
                day("owing.2", 0, "3", "USD"),
                day("owing.3", 0, "-9", "MYR"));
        for (String limit : List.of("1", "2", "3", "50")) {
            assertThat(owing(limit, position))
                    .containsExactly("owing -1 EUR", "owing -2 USD", "owing-1 -0.01 USD", "owing.3 -9 MYR");
        }
        assertThat(owing("50", publish(day("owing-1", 1, "0.01", "USD"), day("owing", 1, "1", "EUR"))))
                .containsExactly("owing -2 USD", "owing.3 -9 MYR");
        assertThat(get("/v1/compliance/negative-balances?cursor=bm9uZQ").statusCode())
                .isEqualTo(400);
        assertThat(getAsCreatorOf("owing", "/v1/compliance/negative-balances").statusCode())
                .isEqualTo(403);
    }
}
