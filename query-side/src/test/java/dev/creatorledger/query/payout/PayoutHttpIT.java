package dev.creatorledger.query.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** P4–P6, U6: payouts as they stand, and how their deadlines were kept. */
class PayoutHttpIT extends QueryHttp {

    private static final Money AMOUNT = Money.ofMajor("4000001", Money.IRR);
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar("IR", 1, Set.of(), Set.of());
    private static int channels;

    private final ChannelId channel = new ChannelId("payout-http-" + channels++);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PersonalCodec codec;

    private ChannelRegistered registered() {
        return new ChannelRegistered(
                channel, new Owner(sealed(PersonalField.NAME, "Sara")), "Cooking", "IR", Money.IRR, false);
    }

    private Personal sealed(PersonalField field, String text) {
        return codec.seal(PersonId.owner(channel), field, text);
    }

    private PayoutId id(String name) {
        return new PayoutId(channel.value() + "-" + name);
    }

    private PayoutRequested requested(String name, Instant at) {
        BankAccount account = new BankAccount(
                sealed(PersonalField.IBAN, "IR580540105180021273113007"), sealed(PersonalField.HOLDER, "Sara"));
        return new PayoutRequested(id(name), channel, AMOUNT, account, at);
    }

    private static SettlementTerms terms(Instant approvedAt) {
        return SettlementTerms.of(approvedAt, EVERY_DAY, 7, 5);
    }

    private PayoutApproved approved(String name, Instant at) {
        return new PayoutApproved(id(name), at, terms(at), 1);
    }

    private JsonNode payout(String name, long position) {
        return read("/v1/payouts/" + id(name).value() + "?atLeast=" + position);
    }

    @Test
    void shows_a_request_with_its_account_masked() {
        JsonNode payout = payout("a", publish(registered(), requested("a", QueryService.NOW)));
        assertThat(payout.path("status").asString()).isEqualTo("REQUESTED");
        assertThat(payout.path("amount").path("amount").asString()).isEqualTo("4000001");
        assertThat(payout.path("ibanMasked").asString()).isEqualTo("IR********************3007");
        assertThat(payout.path("overdue").asBoolean()).isFalse();
        assertThat(payout.has("deadline")).isFalse();
        assertThat(payout.has("businessDaysLeft")).isFalse();
    }

    @Test
    void counts_the_days_until_the_deadline_and_tells_when_it_has_passed() {
        Instant lately = QueryService.NOW.minus(Duration.ofDays(2));
        Instant longAgo = QueryService.NOW.minus(Duration.ofDays(30));
        long position = publish(
                registered(),
                requested("runs", lately),
                approved("runs", lately),
                requested("late", longAgo),
                approved("late", longAgo),
                new PayoutSent(id("late"), "BR-1"));
        assertThat(payout("runs", position).path("deadline").asString())
                .isEqualTo(terms(lately).deadline().toString());
        assertThat(payout("runs", position).path("overdue").asBoolean()).isFalse();
        assertThat(payout("late", position).path("overdue").asBoolean()).isTrue();
        assertThat(payout("late", position).path("businessDaysLeft").asInt()).isZero();
    }

    @Test
    void lists_a_channels_payouts_newest_first_page_by_page() {
        List<LedgerEvent> events = new ArrayList<>(List.of(registered()));
        for (int i = 0; i < 5; i++) {
            events.add(requested("p" + i, QueryService.NOW.minusSeconds(100 - i / 2)));
        }
        long position = publish(events);
        List<String> seen = new ArrayList<>();
        String path = "/v1/channels/" + channel.value() + "/payouts?limit=2&atLeast=" + position;
        String cursor = "";
        do {
            JsonNode page = read(path + cursor);
            page.path("items").forEach(item -> seen.add(item.path("payoutId").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactly(
                        id("p4").value(), id("p3").value(), id("p2").value(), id("p1").value(), id("p0").value());
        assertThat(get(path + "&cursor=bm9uZQ").statusCode()).isEqualTo(400);
    }

    @Test
    void shows_a_creator_its_own_payouts_only() {
        String path = "/v1/payouts/" + id("a").value() + "?atLeast="
                + publish(registered(), requested("a", QueryService.NOW));
        assertThat(getAsCreatorOf(channel.value(), path).statusCode()).isEqualTo(200);
        assertThat(getAsCreatorOf("another", path).statusCode()).isEqualTo(403);
        assertThat(get("/v1/payouts/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void tells_of_every_deadline_how_it_was_kept() {
        Instant start = QueryService.NOW.minus(Duration.ofDays(30));
        Instant deadline = terms(start).deadline();
        long position = publish(
                registered(),
                requested("kept", start),
                approved("kept", start),
                new PayoutSettled(id("kept"), "BR", deadline.minusMillis(1), null),
                new PayoutReturned(id("kept"), "closed"),
                requested("late", start),
                approved("late", start),
                new PayoutSettled(id("late"), "BR", deadline, 1),
                requested("void", start),
                approved("void", start),
                new PayoutFailed(id("void"), "closed", deadline.minusMillis(1)),
                requested("gone", start),
                approved("gone", start),
                new PayoutCancelled(id("gone"), deadline),
                requested("open", QueryService.NOW),
                approved("open", QueryService.NOW),
                requested("rejected", start),
                new PayoutRejected(id("rejected"), "no"));
        assertThat(outcome("kept", position)).isEqualTo("KEPT");
        assertThat(outcome("late", position)).isEqualTo("MISSED");
        assertThat(outcome("void", position)).isEqualTo("VOID");
        assertThat(outcome("gone", position)).isEqualTo("MISSED");
        assertThat(outcome("open", position)).isEqualTo("OPEN");
        assertThat(outcome("rejected", position)).isEqualTo("none");
        read("/v1/compliance/settlements?limit=500&outcome=KEPT&atLeast=" + position)
                .path("items")
                .forEach(item -> assertThat(item.path("outcome").asString()).isEqualTo("KEPT"));
    }

    private String outcome(String name, long position) {
        JsonNode items =
                read("/v1/compliance/settlements?limit=500&atLeast=" + position).path("items");
        for (JsonNode item : items) {
            if (item.path("payoutId").asString().equals(id(name).value())) {
                return item.path("outcome").asString();
            }
        }
        return "none";
    }

    @Test
    void moves_the_balance_as_money_is_held_released_paid_and_returned() {
        Money some = Money.ofMajor("5", Money.IRR);
        PayoutId payout = id("a");
        assertBalance("-4000001", "4000001", publish(registered(), new PayoutHeld(channel, payout, AMOUNT)));
        assertBalance("-3999996", "3999996", publish(new PayoutReleased(channel, payout, some, Cause.FAILED)));
        assertBalance("-3999996", "3999991", publish(new PayoutPaid(channel, payout, some)));
        assertBalance("-3999991", "3999991", publish(new PayoutMoneyReturned(channel, payout, some)));
    }

    private void assertBalance(String available, String held, long position) {
        JsonNode balance = read("/v1/channels/" + channel.value() + "/balance?atLeast=" + position);
        assertThat(balance.path("available").path("amount").asString()).isEqualTo(available);
        assertThat(balance.path("held").path("amount").asString()).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payouts/p:approve", "memberships/m:cancel"})
    void areNotReadUnderThePathOfACommand(String path) {
        HttpResponse<String> answer = get("/v1/" + path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(get("/v1/payouts/p:unknown").statusCode()).isEqualTo(400);
    }
}
