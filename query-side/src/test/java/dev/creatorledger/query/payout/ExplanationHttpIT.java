package dev.creatorledger.query.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** U5: for any payout, the way back to what it is made of, exactly. */
class ExplanationHttpIT extends QueryHttp {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant HOURS = Instant.parse("2026-01-01T00:00:00Z");
    private static int channels;

    private final ChannelId channel = new ChannelId("explained-" + channels++);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PersonalCodec codec;

    private int hour;

    private ChannelRegistered registered() {
        return new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false);
    }

    private EarningsFinalized earned(long micros) {
        Money part = Money.rialMicros(micros);
        WindowId window = WindowId.of(channel, HOURS.plusSeconds(3_600L * hour++));
        return new EarningsFinalized(channel, window, 7, part.plus(part), part, part, 5_000, 3);
    }

    private MembershipIncomeFinalized members(String amount, Currency currency) {
        MembershipDayId day =
                new MembershipDayId(channel, currency, LocalDate.of(2026, 1, 1).plusDays(hour++));
        return new MembershipIncomeFinalized(channel, day, Money.ofMajor(amount, currency));
    }

    private PayoutId id(String name) {
        return new PayoutId(channel.value() + "-" + name);
    }

    /** As the command side stores it: the hold and the request in one commit. */
    private List<LedgerEvent> asked(String name, Money amount) {
        BankAccount account = new BankAccount(
                sealed(PersonalField.IBAN, "IR580540105180021273113007"), sealed(PersonalField.HOLDER, "Sara"));
        return List.of(
                new PayoutHeld(channel, id(name), amount),
                new PayoutRequested(id(name), channel, amount, account, QueryService.NOW));
    }

    private Personal sealed(PersonalField field, String text) {
        return codec.seal(PersonId.owner(channel), field, text);
    }

    private static Money rial(String amount) {
        return Money.ofMajor(amount, Money.IRR);
    }

    private JsonNode explained(String name, long position) {
        JsonNode explanation = read("/v1/payouts/" + id(name).value() + "/explanation?atLeast=" + position);
        BigDecimal sum = amount(explanation.path("carriedIn")).subtract(amount(explanation.path("carriedOut")));
        for (JsonNode part : parts(explanation)) {
            sum = sum.add(amount(part.path("amount")));
        }
        assertThat(sum).as("U5 the parts of %s", name).isEqualByComparingTo(amount(explanation.path("amount")));
        return explanation;
    }

    private static List<JsonNode> parts(JsonNode explanation) {
        List<JsonNode> parts = new ArrayList<>();
        explanation.path("windows").forEach(parts::add);
        explanation.path("other").forEach(parts::add);
        return parts;
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asString());
    }

    private static List<String> kinds(JsonNode explanation) {
        List<String> kinds = new ArrayList<>();
        explanation.path("other").forEach(other -> kinds.add(other.path("kind").asString()));
        return kinds;
    }

    private static List<String> givenBack(JsonNode explanation) {
        return explanation
                .path("givenBack")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private long publishAll(List<LedgerEvent> first, LedgerEvent... then) {
        List<LedgerEvent> all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return publish(all);
    }

    @Test
    void names_each_window_and_what_stays_to_the_micro() {
        publish(registered(), earned(3_000_000_000_001L), earned(2_000_000_000_333L));
        JsonNode first = explained("a", publish(asked("a", rial("5000000"))));
        assertThat(first.path("carriedIn").path("amount").asString()).isEqualTo("0");
        assertThat(first.path("carriedOut").path("amount").asString()).isEqualTo("0.000334");
        assertThat(first.has("previousPayoutId")).isFalse();
        assertThat(first.path("windows")).hasSize(2);
        JsonNode window = first.path("windows").path(0);
        assertThat(window.path("hour").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(window.path("qualified").asLong()).isEqualTo(7);
        assertThat(window.path("shareBps").asInt()).isEqualTo(5_000);
        assertThat(window.path("policyVersion").asInt()).isEqualTo(3);
        assertThat(window.path("amount").path("amount").asString()).isEqualTo("3000000.000001");
        assertThat(window.path("event").path("type").asString()).isEqualTo("EarningsFinalized");
        assertThat(first.path("held").path("type").asString()).isEqualTo("PayoutHeld");
    }

    @Test
    void is_made_of_what_a_rejected_one_was_made_of() {
        publish(registered(), earned(5_000_000_500_000L));
        publish(asked("a", rial("5000000")));
        publish(
                earned(1_000_001L),
                new PayoutReleased(channel, id("a"), rial("5000000"), Cause.REJECTED),
                new PayoutRejected(id("a"), "by mistake"));
        JsonNode second = explained("b", publishAll(asked("b", rial("5000001")), earned(77)));
        assertThat(second.has("previousPayoutId")).isFalse();
        assertThat(givenBack(second)).containsExactly(id("a").value());
        assertThat(second.path("carriedIn").path("amount").asString()).isEqualTo("0");
        assertThat(second.path("carriedOut").path("amount").asString()).isEqualTo("0.500001");
        assertThat(second.path("windows"))
                .extracting(window -> window.path("amount").path("amount").asString())
                .containsExactly("5000000.5", "1.000001");
        assertThat(second.path("other")).isEmpty();
        JsonNode first = explained("a", 0);
        assertThat(first.path("lifeCycle").path(1).path("reason").asString()).isEqualTo("by mistake");
    }

    @Test
    void is_made_of_what_all_were_made_of_whose_money_came_back() {
        publish(registered(), earned(4_000_000_250_000L));
        publish(asked("paid", rial("4000000")));
        publish(new PayoutPaid(channel, id("paid"), rial("4000000")), earned(5_000_000_500_000L));
        publish(asked("a", rial("5000000")));
        publish(members("7", Money.IRR), new PayoutReleased(channel, id("a"), rial("5000000"), Cause.CANCELLED));
        publish(asked("b", rial("5000007")));
        publish(new PayoutReleased(channel, id("b"), rial("5000007"), Cause.FAILED), earned(1_000_000L));
        JsonNode last = explained("c", publish(asked("c", rial("5000008"))));
        assertThat(last.path("previousPayoutId").asString())
                .isEqualTo(id("paid").value());
        assertThat(givenBack(last)).containsExactly(id("a").value(), id("b").value());
        assertThat(last.path("carriedIn").path("amount").asString()).isEqualTo("0.25");
        assertThat(last.path("windows")).hasSize(2);
        assertThat(kinds(last)).containsExactly("MEMBERSHIP_DAY");
        assertThat(explained("b", 0).path("windows")).hasSize(1);
    }

    @Test
    void names_one_whose_money_came_back_after_the_next_was_requested() {
        publish(registered(), earned(4_000_000_000_000L));
        publish(asked("a", rial("4000000")));
        publish(new PayoutPaid(channel, id("a"), rial("4000000")), earned(6_000_000_000_000L));
        publish(asked("b", rial("6000000")));
        publish(
                new PayoutMoneyReturned(channel, id("a"), rial("4000000")),
                new PayoutPaid(channel, id("b"), rial("6000000")),
                earned(1_000_000L));
        JsonNode last = explained("c", publish(asked("c", rial("4000001"))));
        assertThat(last.path("previousPayoutId").asString()).isEqualTo(id("b").value());
        assertThat(kinds(last)).containsExactly("PAYOUT_RETURNED");
        assertThat(last.path("other").path(0).path("reference").asString()).isEqualTo(id("a").value());
        assertThat(last.path("windows")).hasSize(1);
    }

    @Test
    void tells_of_money_that_came_back_from_the_bank_and_of_members() {
        publish(registered(), earned(4_000_000_000_000L));
        publish(asked("a", rial("4000000")));
        publish(
                new PayoutPaid(channel, id("a"), rial("4000000")),
                members("-0.5", Money.IRR),
                new PayoutMoneyReturned(channel, id("a"), rial("4000000")),
                members("2", Money.IRR));
        JsonNode second = explained("b", publish(asked("b", rial("4000001"))));
        assertThat(second.path("windows")).hasSize(1);
        assertThat(givenBack(second)).containsExactly(id("a").value());
        assertThat(kinds(second)).containsExactly("MEMBERSHIP_DAY", "MEMBERSHIP_DAY");
        assertThat(second.path("carriedOut").path("amount").asString()).isEqualTo("0.5");
    }

    @Test
    void keeps_currencies_apart() {
        publish(registered(), earned(9_000_000_000_000L), members("150.009", USD));
        publish(asked("rial", rial("9000000")));
        publish(members("1.5", USD), earned(5));
        JsonNode dollars = explained("usd", publish(asked("usd", Money.ofMajor("151.5", USD))));
        assertThat(dollars.path("windows")).isEmpty();
        assertThat(kinds(dollars)).containsExactly("MEMBERSHIP_DAY", "MEMBERSHIP_DAY");
        assertThat(dollars.path("carriedIn").path("amount").asString()).isEqualTo("0");
        assertThat(dollars.path("carriedOut").path("amount").asString()).isEqualTo("0.009");
        assertThat(explained("rial", 0).path("other")).isEmpty();
    }

    @Test
    void tells_who_did_what_and_how_the_deadline_was_counted() {
        publish(registered(), earned(4_000_001_000_000L));
        publish(asked("a", rial("4000001")));
        SettlementTerms terms =
                SettlementTerms.of(QueryService.NOW, new BusinessCalendar("IR", 4, Set.of(), Set.of()), 7, 5);
        JsonNode explanation = explained(
                "a",
                publish(
                        new PayoutApproved(id("a"), QueryService.NOW, terms, 2),
                        new PayoutTransferRead(id("a")),
                        new PayoutReleased(channel, id("a"), rial("4000001"), Cause.FAILED),
                        new PayoutFailed(id("a"), "account closed", QueryService.NOW)));
        List<String> types = new ArrayList<>();
        explanation
                .path("lifeCycle")
                .forEach(step -> types.add(step.path("type").asString()));
        assertThat(types).containsExactly("PayoutRequested", "PayoutApproved", "PayoutFailed");
        assertThat(explanation.path("lifeCycle").path(0).path("actor").asString())
                .isEqualTo("tester");
        assertThat(explanation.path("lifeCycle").path(2).path("reason").asString())
                .isEqualTo("account closed");
        assertThat(explanation.path("deadline").path("calendarVersion").asInt()).isEqualTo(4);
        assertThat(explanation.path("deadline").path("policyVersion").asInt()).isEqualTo(2);
        assertThat(explanation.path("deadline").path("deadline").asString())
                .isEqualTo(terms.deadline().toString());
    }

    @Test
    void is_for_the_creator_of_the_channel_alone() {
        publish(registered(), earned(4_000_001_000_000L));
        String path = "/v1/payouts/" + id("a").value() + "/explanation?atLeast=" + publish(asked("a", rial("4000001")));
        assertThat(getAsCreatorOf(channel.value(), path).statusCode()).isEqualTo(200);
        assertThat(getAsCreatorOf("another", path).statusCode()).isEqualTo(403);
        assertThat(get("/v1/payouts/unknown/explanation").statusCode()).isEqualTo(404);
    }
}
