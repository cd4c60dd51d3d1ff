package dev.creatorledger.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** L1–L4, U2: the books over HTTP. */
class JournalHttpIT extends QueryHttp {

    private static final Currency USD = Currency.getInstance("USD");
    private static int channels;

    private final ChannelId channel = new ChannelId("books-http-" + channels++);
    private final PayoutId payout = new PayoutId(channel.value() + "-p");

    private ChannelRegistered registered() {
        return new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false);
    }

    private EarningsFinalized earned(int hour, String net) {
        Money all = Money.ofMajor(net, Money.IRR);
        Money part = all.creatorPart(5_500);
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour));
        return new EarningsFinalized(channel, WindowId.of(channel, start), 3, all, part, all.minus(part), 5_500, 1);
    }

    private MembershipPaymentBooked memberPaid(int number, String amount) {
        PaymentSplit split = PaymentSplit.of(Money.ofMajor(amount, USD), Money.ofMajor("1", USD), 7_000);
        return new MembershipPaymentBooked(
                day(number), new MembershipId("m-1"), new ChargeId(channel.value() + "-" + number), split);
    }

    private MembershipDayId day(int number) {
        return new MembershipDayId(channel, USD, LocalDate.of(2026, 1, 1).plusDays(number));
    }

    private String account(String kind) {
        return "liabilities:creators:" + channel.value() + ":" + kind;
    }

    private JsonNode trial(String query) {
        return read("/v1/audit/trial-balance?" + query);
    }

    private static String balanceOf(JsonNode trial, String account, String currency) {
        for (JsonNode found : trial.path("accounts")) {
            if (found.path("account").asString().equals(account)
                    && found.path("currency").asString().equals(currency)) {
                return found.path("balance").path("amount").asString();
            }
        }
        return "none";
    }

    private static void assertZero(JsonNode trial) {
        Map<String, BigDecimal> sums = new HashMap<>();
        trial.path("accounts")
                .forEach(account -> sums.merge(
                        account.path("currency").asString(),
                        new BigDecimal(account.path("balance").path("amount").asString()),
                        BigDecimal::add));
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
        assertThat(trial.path("currencies")).hasSize(sums.size()).allSatisfy(totals -> {
            assertThat(totals.path("difference").path("amount").asString()).isEqualTo("0");
            assertThat(totals.path("debits")).isEqualTo(totals.path("credits"));
        });
    }

    @Test
    void shows_a_trial_balance_that_is_zero_and_names_its_position() {
        long position = publish(
                registered(),
                earned(0, "5000000.000001"),
                new PayoutHeld(channel, payout, Money.ofMajor("2750000", Money.IRR)),
                new PayoutPaid(channel, payout, Money.ofMajor("2750000", Money.IRR)),
                memberPaid(1, "11"),
                new MembershipIncomeFinalized(channel, day(1), Money.ofMajor("7", USD)));
        JsonNode trial = trial("atLeast=" + position);
        assertZero(trial);
        assertThat(Long.parseLong(trial.path("position").asString())).isGreaterThanOrEqualTo(position);
        assertThat(balanceOf(trial, account("payable"), "IRR")).isEqualTo("-0.000001");
        assertThat(balanceOf(trial, account("held"), "IRR")).isEqualTo("0");
        assertThat(balanceOf(trial, account("payable"), "USD")).isEqualTo("-7");
        assertThat(balanceOf(trial, account("accrued"), "USD")).isEqualTo("0");
    }

    @Test
    void shows_an_account_with_its_postings_page_by_page_newest_first() {
        List<LedgerEvent> events = new ArrayList<>(List.of(registered()));
        for (int i = 0; i < 5; i++) {
            events.add(earned(i, Integer.toString(i + 1)));
        }
        events.add(new PayoutHeld(channel, payout, Money.ofMajor("8", Money.IRR)));
        long position = publish(events);
        String path = "/v1/audit/accounts/" + account("payable") + "?limit=2&atLeast=" + position;
        List<String> kinds = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        String cursor = "";
        do {
            JsonNode page = read(path + cursor);
            assertThat(page.path("balances")
                            .path(0)
                            .path("balance")
                            .path("amount")
                            .asString())
                    .isEqualTo("-0.25");
            for (JsonNode item : page.path("items")) {
                kinds.add(item.path("kind").asString());
                sum = sum.add(new BigDecimal(item.path("amount").path("amount").asString()));
            }
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(kinds)
                .containsExactly("PAYOUT_HELD", "AD_WINDOW", "AD_WINDOW", "AD_WINDOW", "AD_WINDOW", "AD_WINDOW");
        assertThat(sum).as("L3 the balance is the sum of the postings").isEqualByComparingTo("-0.25");
    }

    @Test
    void shows_what_members_paid_over_the_streams_of_several_days() {
        long position = publish(registered(), memberPaid(1, "11"), memberPaid(2, "21"), earned(1, "10"));
        JsonNode accrued = read("/v1/audit/accounts/" + account("accrued") + "?atLeast=" + position);
        assertThat(accrued.path("items")).hasSize(2);
        assertThat(accrued.path("items").path(0).path("amount").path("amount").asString())
                .isEqualTo("-14");
        assertThat(accrued.path("balances")
                        .path(0)
                        .path("balance")
                        .path("amount")
                        .asString())
                .isEqualTo("-21");
    }

    @Test
    void lists_the_journal_newest_first_with_the_cause_of_each_entry() {
        long position = publish(registered(), earned(0, "10"), memberPaid(1, "11"));
        JsonNode page = read("/v1/audit/journal?limit=2&atLeast=" + position);
        JsonNode newest = page.path("items").path(0);
        assertThat(newest.path("type").asString()).isEqualTo("MembershipPaymentBooked");
        assertThat(newest.path("entryId").asString()).matches("[0-9a-f]{32}");
        assertThat(newest.path("cause").path("actor").asString()).isEqualTo("tester");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode posting : newest.path("postings")) {
            sum = sum.add(new BigDecimal(posting.path("amount").path("amount").asString()));
        }
        assertThat(sum).isZero();
        assertThat(page.path("items").path(1).path("reference").asString())
                .isEqualTo(channel.value() + ":2026-01-01T00");
        assertThat(page.has("next")).isTrue();
    }

    @Test
    void shows_the_books_as_of_an_instant_of_the_past() { // U2
        Instant first = Instant.parse("2025-12-01T10:00:00Z");
        publishAt(first, registered(), earned(0, "100"));
        Instant second = Instant.parse("2025-12-01T11:00:00Z");
        long position =
                publishAt(second, earned(1, "200"), new PayoutHeld(channel, payout, Money.ofMajor("165", Money.IRR)));
        String asOf = "asOf=" + first + "&atLeast=" + position;
        JsonNode then = trial(asOf);
        assertZero(then);
        assertThat(then.path("asOf").asString()).isEqualTo(first.toString());
        assertThat(then.path("position").asString()).isEqualTo(Long.toString(position - 2));
        assertThat(balanceOf(then, account("payable"), "IRR")).isEqualTo("-55");
        assertThat(balanceOf(then, account("held"), "IRR")).isEqualTo("none");
        JsonNode account = read("/v1/audit/accounts/" + account("payable") + "?" + asOf);
        assertThat(account.path("items")).hasSize(1);
        assertThat(account.path("balances")
                        .path(0)
                        .path("balance")
                        .path("amount")
                        .asString())
                .isEqualTo("-55");
        assertThat(read("/v1/audit/journal?limit=1&" + asOf)
                        .path("items")
                        .path(0)
                        .path("reference")
                        .asString())
                .isEqualTo(channel.value() + ":2026-01-01T00");
        assertThat(balanceOf(trial("asOf=" + second), account("held"), "IRR")).isEqualTo("-165");
        assertThat(trial("asOf=0001-01-01T00:00:00Z").path("accounts")).isEmpty();
    }

    @Test
    void refuses_the_future_and_accounts_that_there_are_not() {
        Instant future = QueryService.NOW.plusSeconds(1);
        for (String path : List.of("journal", "trial-balance", "accounts/assets:bank")) {
            assertThat(get("/v1/audit/" + path + "?asOf=" + future).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(get("/v1/audit/accounts/assets:gold").statusCode()).isEqualTo(404);
        assertThat(get("/v1/audit/accounts/liabilities:creators:nobody:held").statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/audit/accounts/assets:bank").statusCode()).isEqualTo(200);
        assertThat(getAsCreatorOf("any", "/v1/audit/journal").statusCode()).isEqualTo(403);
    }
}
