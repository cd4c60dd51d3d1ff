package dev.creatorledger.query.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.History;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.view.View;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M1: what a channel has is exact where 64 bits of micros do not hold it, whoever asks and when. */
@TestPropertySource(properties = {"ledger.views.era=8", "ledger.views.database=large-sums"})
class LargeSumsHttpIT extends QueryHttp {

    private static final String TWICE = "18446744073709.551614";
    private static final Currency USD = Currency.getInstance("USD");
    private static final Money MOST = Money.rialMicros(Long.MAX_VALUE);
    private static final PayoutId PAYOUT = new PayoutId("large-p");

    /** Has earned twice the largest amount on one day, and the platform as much. */
    private static final ChannelId ADS = new ChannelId("large-ads");

    /** Has three times the largest amount in rials, and owes it twice in dollars. */
    private static final ChannelId MEMBERS = new ChannelId("large-members");

    private static long position;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PersonalCodec codec;

    @BeforeEach
    void publishOnce() {
        if (position == 0) {
            beginning();
            publishAt(
                    Instant.parse("2026-02-01T04:00:00Z"),
                    earned("best", "i1", "2026-02-01T00:10:00Z", 10_000),
                    earned("best", "i2", "2026-02-01T01:10:00Z", 10_000),
                    earned("other", "i3", "2026-02-01T02:10:00Z", 0),
                    earned("other", "i4", "2026-02-01T03:10:00Z", 0));
            publishAt(
                    Instant.parse("2026-02-02T01:00:00Z"),
                    finalized(earned("best", "i1", "2026-02-01T00:10:00Z", 10_000)),
                    finalized(earned("best", "i2", "2026-02-01T01:10:00Z", 10_000)));
            Money held = MOST.payable();
            BankAccount account = new BankAccount(
                    codec.seal(PersonId.owner(MEMBERS), PersonalField.IBAN, "IR580540105180021273113007"),
                    codec.seal(PersonId.owner(MEMBERS), PersonalField.HOLDER, "Sara"));
            Instant asked = Instant.parse("2026-02-02T02:00:00Z");
            publishAt(
                    asked,
                    new PayoutHeld(MEMBERS, PAYOUT, held),
                    new PayoutRequested(PAYOUT, MEMBERS, held, account, asked));
            position = publishAt(Instant.parse("2026-02-02T03:00:00Z"), refunds());
        }
    }

    private void beginning() {
        List<LedgerEvent> events = new ArrayList<>();
        for (ChannelId channel : List.of(ADS, MEMBERS)) {
            events.add(new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false));
        }
        for (int hour = 0; hour < 3; hour++) {
            Instant shownAt = Instant.parse("2026-01-10T00:00:00Z").plusSeconds(3_600L * hour);
            ImpressionQualified impression =
                    History.qualified(MEMBERS, new VideoId("large-v"), "i" + hour, shownAt, Long.MAX_VALUE, 10_000);
            events.add(impression);
            events.add(finalized(impression));
        }
        publishAt(Instant.parse("2026-01-20T00:00:00Z"), events.toArray(LedgerEvent[]::new));
    }

    private static ImpressionQualified earned(String video, String impression, String shownAt, int shareBps) {
        return History.qualified(
                ADS, new VideoId("large-" + video), impression, Instant.parse(shownAt), Long.MAX_VALUE, shareBps);
    }

    private static EarningsFinalized finalized(ImpressionQualified impression) {
        Money net = impression.netRevenue();
        Money part = impression.creatorPart();
        return new EarningsFinalized(
                impression.windowId().channelId(), impression.windowId(), 1, net, part, net.minus(part), 10_000, 1);
    }

    /** As the command side books a day that one amount cannot hold: in several events. */
    private static LedgerEvent[] refunds() {
        MembershipDayId day = new MembershipDayId(MEMBERS, USD, LocalDate.of(2026, 2, 1));
        PaymentSplit split = PaymentSplit.of(new Money(Long.MAX_VALUE, USD), Money.zero(USD), 10_000);
        List<LedgerEvent> events = new ArrayList<>();
        for (String charge : List.of("c-1", "c-2")) {
            events.add(new MembershipRefundBooked(
                    day, new MembershipId("m"), RefundId.ofPaymentOf(new ChargeId(charge)), split));
        }
        events.add(new MembershipIncomeFinalized(MEMBERS, day, new Money(-Long.MAX_VALUE, USD)));
        events.add(new MembershipIncomeFinalized(MEMBERS, day, new Money(-Long.MAX_VALUE, USD)));
        return events.toArray(LedgerEvent[]::new);
    }

    private JsonNode ask(ChannelId channel, String query) {
        String path = "/v1/channels/" + channel.value() + query;
        return read(path + (query.contains("?") ? "&" : "?") + "atLeast=" + position);
    }

    private static String amount(JsonNode item, String field) {
        return item.path(field).path("amount").asString();
    }

    @Test
    void balances_are_exact_now_and_at_any_time_before() {
        JsonNode open = ask(ADS, "/balance?asOf=2026-02-01T12:00:00Z");
        assertThat(amount(open, "estimated")).isEqualTo(TWICE);
        assertThat(amount(open, "available")).isEqualTo("0");
        JsonNode sealed = ask(ADS, "/balance");
        assertThat(amount(sealed, "estimated")).isEqualTo("0");
        assertThat(amount(sealed, "available")).isEqualTo(TWICE);
        JsonNode held = ask(MEMBERS, "/balance");
        assertThat(amount(held, "available")).isEqualTo("18446744073710.327421");
        assertThat(amount(held, "held")).isEqualTo("9223372036854");
        assertThat(amount(held, "total")).isEqualTo("27670116110564.327421");
        JsonNode before = ask(MEMBERS, "/balance?asOf=2026-01-31T00:00:00Z");
        assertThat(amount(before, "available")).isEqualTo("27670116110564.327421");
    }

    @Test
    void balances_below_zero_are_found() {
        JsonNode owing = read("/v1/compliance/negative-balances?atLeast=" + position)
                .path("items")
                .path(0);
        assertThat(owing.path("channelId").asString()).isEqualTo(MEMBERS.value());
        assertThat(owing.path("currency").asString()).isEqualTo("USD");
        assertThat(amount(owing, "available")).isEqualTo("-" + TWICE);
        assertThat(amount(owing, "estimated")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "month"})
    void earnings_are_exact(String by) {
        JsonNode item = ask(ADS, "/earnings?by=" + by).path("items").path(0);
        assertThat(amount(item, "final")).isEqualTo(TWICE);
        assertThat(amount(item, "estimated")).isEqualTo("0");
        assertThat(amount(item, "platformPart")).isEqualTo(TWICE);
    }

    @Test
    void top_videos_come_in_their_order_and_in_pages() {
        JsonNode first = ask(ADS, "/videos/top?limit=1");
        assertThat(first.at("/items/0/videoId").asString()).isEqualTo("large-best");
        assertThat(amount(first.at("/items/0"), "earnings")).isEqualTo(TWICE);
        JsonNode second =
                ask(ADS, "/videos/top?limit=1&cursor=" + first.path("next").asString());
        assertThat(second.at("/items/0/videoId").asString()).isEqualTo("large-other");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void the_estimate_is_exact() {
        JsonNode estimate = ask(ADS, "/estimate");
        assertThat(amount(estimate, "soFar")).isEqualTo(TWICE);
        assertThat(amount(estimate, "estimatedMonthEnd")).isEqualTo("344339222709244.963461"); // × 28 / 1.5
    }

    @Test
    void the_statement_agrees_with_the_balance() {
        JsonNode february = ask(MEMBERS, "/statement?month=2026-02");
        assertThat(amount(february, "opening")).isEqualTo("27670116110564.327421");
        assertThat(amount(february.at("/lines/0"), "amount")).isEqualTo("-9223372036854");
        assertThat(amount(february.at("/lines/0"), "balance")).isEqualTo("18446744073710.327421");
        assertThat(amount(february, "closing")).isEqualTo("18446744073710.327421");
    }

    @Test
    void the_explanation_of_a_payout_says_what_stayed() {
        JsonNode explanation = read("/v1/payouts/" + PAYOUT.value() + "/explanation?atLeast=" + position);
        assertThat(explanation.path("windows").size()).isEqualTo(3);
        assertThat(amount(explanation, "carriedIn")).isEqualTo("0");
        assertThat(amount(explanation, "amount")).isEqualTo("9223372036854");
        assertThat(amount(explanation, "carriedOut")).isEqualTo("18446744073710.327421");
    }

    @Test
    void the_books_balance() {
        JsonNode trial = read("/v1/audit/trial-balance?atLeast=" + position);
        assertThat(trial.path("currencies").size()).isEqualTo(2);
        trial.path("currencies")
                .forEach(currency -> assertThat(amount(currency, "difference")).isEqualTo("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {View.BALANCES, View.EARNINGS, View.JOURNAL})
    void replays_are_equal(String view) {
        HttpResponse<String> begun = postAs("admin", "/v1/admin/replays", "{\"view\":\"" + view + "\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String path = "/v1/admin/replays/"
                + JsonMapper.shared().readTree(begun.body()).path("replayId").asString();
        await().until(() -> !read(path).path("state").asString().equals("RUNNING"));
        assertThat(read(path).path("state").asString())
                .as(read(path).toString())
                .isEqualTo("EQUAL");
    }

    @Test
    void nothing_is_set_aside() {
        assertThat(read("/v1/admin/dead-letters").path("items")).isEmpty();
    }
}
