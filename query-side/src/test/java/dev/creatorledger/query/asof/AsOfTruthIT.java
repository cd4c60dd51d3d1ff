package dev.creatorledger.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.History;
import dev.creatorledger.query.QueryHttp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** U2: at 200 instants by chance, every answer is what the events recorded up to there say. */
@TestPropertySource(properties = {"ledger.views.era=32", "ledger.views.database=truth"})
class AsOfTruthIT extends QueryHttp {

    private static final int INSTANTS = 200;
    private static final int SECONDS_APART = 600;
    private static final List<String> IDS = List.of("ch-0", "ch-1", "ch-2");

    private final Random random = new Random(20_260_101);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PersonalCodec codec;

    @Test
    void every_answer_is_what_the_events_up_to_there_say() {
        Instant end = publishAll();
        List<JsonNode> stored = stored();
        int answers = 0;
        for (int i = 0; i < INSTANTS; i++) {
            long seconds = random.nextLong(end.getEpochSecond() - Story.BEGINNING.getEpochSecond() + SECONDS_APART);
            // Every other one is the very instant of an event.
            Instant instant =
                    i % 2 == 0 ? Story.BEGINNING.plusSeconds(seconds) : at(stored.get(random.nextInt(stored.size())));
            answers += assertTrue(IDS.get(i % IDS.size()), instant, truthAt(instant, stored));
        }
        assertThat(answers).isGreaterThan(INSTANTS * 4);
    }

    /** In commits of some events each, a commit every ten minutes; the time of the last one. */
    private Instant publishAll() {
        BankAccount account = new BankAccount(
                codec.seal(PersonId.owner(History.channel(0)), PersonalField.IBAN, "IR580540105180021273113007"),
                codec.seal(PersonId.owner(History.channel(0)), PersonalField.HOLDER, "Sara"));
        List<LedgerEvent> events =
                new Story(random, account).events().stream().map(this::sealed).toList();
        Instant at = Story.BEGINNING;
        long position = 0;
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(8));
            at = at.plusSeconds(SECONDS_APART);
            position = publishAt(at, events.subList(from, to).toArray(LedgerEvent[]::new));
            from = to;
        }
        read("/v1/channels/ch-0?atLeast=" + position);
        read("/v1/audit/trial-balance?atLeast=" + position);
        return at;
    }

    /** With a name that can be opened. */
    private LedgerEvent sealed(LedgerEvent event) {
        return event instanceof ChannelRegistered registered
                ? new ChannelRegistered(
                        registered.channelId(),
                        owner(registered.channelId(), "Sara"),
                        registered.title(),
                        registered.country(),
                        registered.currency(),
                        registered.madeForKids())
                : event;
    }

    private List<JsonNode> stored() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read("/v1/audit/events?limit=500" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("recordedAt").asString());
    }

    private static Truth truthAt(Instant instant, List<JsonNode> stored) {
        Truth truth = new Truth();
        stored.stream()
                .filter(event -> !at(event).isAfter(instant))
                .forEach(event -> truth.take(event.path("type").asString(), event.path("payload")));
        return truth;
    }

    private int assertTrue(String channel, Instant instant, Truth truth) {
        assertTrialBalance(channel, instant, truth);
        int answers = 1;
        boolean exists = truth.adProgrammes.containsKey(channel);
        JsonNode found = asked("/v1/channels/" + channel, instant, exists);
        JsonNode balance = asked("/v1/channels/" + channel + "/balance", instant, exists);
        if (exists) {
            assertChannel(channel, found, instant, truth);
            assertBalance(channel, balance, truth);
            answers += 2;
        }
        String payout = channel + one("-settled", "-failed", "-rejected");
        String status = truth.payouts.get(payout);
        JsonNode shown = asked("/v1/payouts/" + payout, instant, status != null);
        assertThat(shown.path("status").asString(null)).as(payout).isEqualTo(status);
        String id = channel + one("-ali", "-sara");
        Truth.Member member = truth.members.get(id);
        assertMember(asked("/v1/memberships/" + id, instant, member != null), member, instant, truth);
        return answers + (status == null ? 0 : 1) + (member == null ? 0 : 1);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** The answer as of an instant; a missing node where there must be none. */
    private JsonNode asked(String path, Instant instant, boolean exists) {
        HttpResponse<String> response = get(path + "?asOf=" + instant);
        assertThat(response.statusCode())
                .as("%s at %s: %s", path, instant, response.body())
                .isEqualTo(exists ? 200 : 404);
        return exists
                ? JsonMapper.shared().readTree(response.body())
                : JsonMapper.shared().missingNode();
    }

    private void assertTrialBalance(String channel, Instant instant, Truth truth) {
        Map<String, BigInteger> shown = new TreeMap<>();
        read("/v1/audit/trial-balance?asOf=" + instant)
                .path("accounts")
                .forEach(account -> shown.put(
                        account.path("account").asString() + "/"
                                + account.path("currency").asString(),
                        micros(account.path("balance"))));
        assertThat(shown).as("the trial balance at %s", instant).isEqualTo(truth.accounts);
        String one = "liabilities:creators:" + channel + ":payable";
        if (truth.accounts.containsKey(one + "/IRR")) {
            JsonNode balances =
                    read("/v1/audit/accounts/" + one + "?asOf=" + instant).path("balances");
            assertThat(micros(balances.path(0).path("balance"))).isEqualTo(truth.accounts.get(one + "/IRR"));
        }
    }

    private static BigInteger micros(JsonNode money) {
        return new BigDecimal(money.path("amount").asString()).movePointRight(6).toBigIntegerExact();
    }

    private static void assertChannel(String channel, JsonNode found, Instant instant, Truth truth) {
        assertThat(found.at("/adProgramme/status").asString()).isEqualTo(truth.adProgrammes.get(channel));
        assertThat(found.path("followers").asLong()).isEqualTo(truth.followers.getOrDefault(channel, 0L));
        assertThat(found.at("/videos/all").asInt()).isEqualTo(truth.videos.getOrDefault(channel, 0));
        assertThat(found.at("/memberships/status").asString()).isEqualTo(truth.programmes.getOrDefault(channel, "OFF"));
        BigDecimal hours = new BigDecimal(
                found.at("/adProgramme/eligibility/conditions/1/actual").toString());
        long seconds = truth.watchSeconds(channel, LocalDate.ofInstant(instant, ZoneOffset.UTC));
        assertThat(hours)
                .as("hours watched of %s at %s", channel, instant)
                .isEqualByComparingTo(
                        BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3_600), 4, RoundingMode.FLOOR));
    }

    private static void assertBalance(String channel, JsonNode balance, Truth truth) {
        List<JsonNode> lines = new ArrayList<>(List.of(balance));
        balance.path("others").forEach(lines::add);
        for (JsonNode line : lines) {
            String currency = line.path("available").path("currency").asString();
            assertThat(micros(line.path("available")).longValueExact())
                    .isEqualTo(truth.owed(channel, "payable", currency));
            assertThat(micros(line.path("held")).longValueExact()).isEqualTo(truth.owed(channel, "held", currency));
            assertThat(micros(line.path("estimated")).longValueExact())
                    .isEqualTo(truth.estimated.getOrDefault(channel + "/" + currency, 0L));
        }
        long currencies = truth.estimated.keySet().stream()
                .filter(key -> key.startsWith(channel + "/") && !key.endsWith("/IRR"))
                .count();
        assertThat(balance.path("others").size()).isGreaterThanOrEqualTo((int) currencies);
    }

    private static void assertMember(JsonNode shown, Truth.@Nullable Member member, Instant instant, Truth truth) {
        if (member == null) {
            return;
        }
        assertThat(shown.path("status").asString()).isEqualTo(member.status);
        assertThat(shown.path("perksActive").asBoolean()).isEqualTo(truth.hasPerks(member, instant));
        String paidUntil = member.paidUntil == null ? null : member.paidUntil.toString();
        assertThat(shown.path("paidUntil").asString(null)).isEqualTo(paidUntil);
    }
}
