package dev.creatorledger.query.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.QueryHttp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A month of a channel, line by line. */
class StatementHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId channel = new ChannelId("statement-http-" + channels++);

    private ChannelRegistered registered() {
        return new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false);
    }

    private EarningsFinalized earned(int hour, String creatorPart) {
        Money part = Money.ofMajor(creatorPart, Money.IRR);
        WindowId window =
                WindowId.of(channel, Instant.parse("2025-12-01T00:00:00Z").plusSeconds(3_600L * hour));
        return new EarningsFinalized(channel, window, 1, part.plus(part), part, part, 5_000, 1);
    }

    private MembershipIncomeFinalized members(String amount, String currency) {
        Currency of = Currency.getInstance(currency);
        MembershipDayId day = new MembershipDayId(channel, of, LocalDate.of(2026, 1, 4));
        return new MembershipIncomeFinalized(channel, day, Money.ofMajor(amount, of));
    }

    private JsonNode statement(String query) {
        return read("/v1/channels/" + channel.value() + "/statement?" + query);
    }

    private static String amount(JsonNode money) {
        return money.path("amount").asString();
    }

    private long aMonth() {
        PayoutId payout = new PayoutId(channel.value() + "-p");
        Money held = Money.ofMajor("5", Money.IRR);
        publishAt(Instant.parse("2025-12-31T23:59:59.999999Z"), registered(), earned(0, "4.5"));
        publishAt(Instant.parse("2026-01-01T00:00:00Z"), earned(1, "1"));
        publishAt(Instant.parse("2026-01-05T00:00:00Z"), members("-0.25", "IRR"), members("9", "USD"));
        publishAt(Instant.parse("2026-01-10T00:00:00Z"), new PayoutHeld(channel, payout, held));
        publishAt(Instant.parse("2026-01-20T00:00:00Z"), new PayoutPaid(channel, payout, held));
        return publishAt(Instant.parse("2026-02-01T00:00:00Z"), earned(2, "100"));
    }

    @Test
    void goes_from_the_opening_balance_over_every_line_to_the_closing_one() {
        JsonNode january = statement("month=2026-01&atLeast=" + aMonth());
        assertThat(january.path("currency").asString()).isEqualTo("IRR");
        assertThat(amount(january.path("opening"))).isEqualTo("4.5");
        List<String> lines = new ArrayList<>();
        january.path("lines")
                .forEach(line -> lines.add(line.path("kind").asString() + " " + amount(line.path("amount")) + " "
                        + amount(line.path("balance"))));
        assertThat(lines).containsExactly("AD_WINDOW 1 5.5", "MEMBERSHIP_DAY -0.25 5.25", "PAYOUT_HELD -5 0.25");
        assertThat(amount(january.path("closing"))).isEqualTo("0.25");
        assertThat(amount(statement("month=2026-02").path("opening"))).isEqualTo("0.25");
        assertThat(amount(statement("month=2025-12").path("closing"))).isEqualTo("4.5");
        assertThat(amount(statement("month=2026-01&currency=USD").path("closing")))
                .isEqualTo("9");
    }

    @Test
    void is_as_of_an_instant_of_the_past_if_asked() { // U2
        long position = aMonth();
        JsonNode then = statement("month=2026-01&asOf=2026-01-06T00:00:00Z&atLeast=" + position);
        assertThat(then.path("lines")).hasSize(2);
        assertThat(amount(then.path("closing"))).isEqualTo("5.25");
    }

    @Test
    void puts_an_event_into_the_month_that_it_was_recorded_in_also_where_times_went_back() {
        // Months that no other test of this store tells of: between tests, times go back by more than they may.
        publishAt(Instant.parse("2025-02-28T23:50:00Z"), registered(), earned(0, "4"));
        publishAt(Instant.parse("2025-03-01T00:10:00Z"), earned(1, "1"));
        long position = publishAt(Instant.parse("2025-02-28T23:40:00Z"), earned(2, "2"));
        JsonNode march = statement("month=2025-03&atLeast=" + position);
        assertThat(amount(march.path("opening"))).isEqualTo("6");
        assertThat(march.path("lines")).hasSize(1);
        assertThat(amount(march.at("/lines/0/balance"))).isEqualTo("7");
        assertThat(amount(march.path("closing"))).isEqualTo("7");
        assertThat(amount(statement("month=2025-02").path("closing"))).isEqualTo("6");
    }

    @Test
    void refuses_other_channels_and_months_that_have_not_begun() {
        String path = "/v1/channels/" + channel.value() + "/statement?atLeast=" + publish(registered());
        assertThat(getAsCreatorOf(channel.value(), path).statusCode()).isEqualTo(200);
        assertThat(getAsCreatorOf("another", path).statusCode()).isEqualTo(403);
        assertThat(get("/v1/channels/nobody/statement").statusCode()).isEqualTo(404);
        for (String bad :
                List.of("month=2026-03", "month=2026-13", "month=x", "currency=XX1", "asOf=2099-01-01T00:00:00Z")) {
            assertThat(get(path + "&" + bad).statusCode()).as(bad).isEqualTo(400);
        }
    }
}
