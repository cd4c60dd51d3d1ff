package dev.creatorledger.command.idempotency;

import dev.creatorledger.command.channel.FinalizeEarnings;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** For each POST route of the contract, a thing in the state in which the command can be carried out. */
final class Cases {

    static final String PROGRAMME = "/v1/channels/%s/ad-programme";

    private static final String PAYOUT = "/v1/payouts/{payoutId}";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Cases() {}

    /**
     * A command that can be carried out.
     *
     * @param path the path for an id, as of now
     * @param body what it carries, with {@code %s} for the id where it names it
     * @param before brings a thing of the id into the state that the command needs
     */
    record Case(BiFunction<KeyedService, String, String> path, String body, BiConsumer<KeyedService, String> before) {

        /** With {@code %s} for the id in its path. */
        Case(String path, String body, BiConsumer<KeyedService, String> before) {
            this((KeyedService service, String id) -> path.formatted(id), body, before);
        }

        /** A new thing, ready. */
        Ready ready(KeyedService service) {
            String id = "id-" + NUMBER.incrementAndGet();
            before.accept(service, id);
            return new Ready(path.apply(service, id), body.formatted(id));
        }
    }

    /** A command that can be sent. */
    record Ready(String path, String body) {}

    /** By the patterns of the route table. */
    static Map<String, Case> byPattern() {
        Map<String, Case> cases = new TreeMap<>();
        String programme = "/v1/channels/{channelId}/ad-programme";
        cases.put(programme + ":apply", new Case(PROGRAMME + ":apply", "", Cases::eligible));
        cases.put(programme + ":approve", new Case(PROGRAMME + ":approve", "{\"shareBps\":5500}", Cases::applied));
        cases.put(programme + ":reject", new Case(PROGRAMME + ":reject", "", Cases::applied));
        cases.put(programme + ":suspend", new Case(PROGRAMME + ":suspend", "", Cases::enrolled));
        cases.put(programme + ":reinstate", new Case(PROGRAMME + ":reinstate", "", Cases::suspended));
        cases.put(programme + ":leave", new Case(PROGRAMME + ":leave", "", Cases::enrolled));
        cases.put("/v1/backfills/{backfillId}", new Case("/v1/backfills/%s", period(), (service, id) -> {}));
        cases.put("/v1/backfills/{backfillId}:close", new Case("/v1/backfills/%s:close", "", Cases::opened));
        cases.put("/v1/admin/erasures", new Case("/v1/admin/erasures", "{\"subject\":\"owner:%s\"}", Cases::eligible));
        String bank = "{\"bankReference\":\"BR-1\"}";
        String reason = "{\"reason\":\"account closed\"}";
        cases.put(
                "/v1/channels/{channelId}/payouts",
                new Case("/v1/channels/%s/payouts", "{\"payoutId\":\"%s\"}", Cases::funded));
        cases.put(PAYOUT + ":approve", new Case("/v1/payouts/%s:approve", "", Cases::requested));
        cases.put(PAYOUT + ":reject", new Case("/v1/payouts/%s:reject", "", Cases::requested));
        cases.put(PAYOUT + ":cancel", new Case("/v1/payouts/%s:cancel", "", Cases::requested));
        cases.put(PAYOUT + ":send", new Case("/v1/payouts/%s:send", bank, Cases::approved));
        cases.put(PAYOUT + ":settle", new Case("/v1/payouts/%s:settle", bank, Cases::sent));
        cases.put(PAYOUT + ":fail", new Case("/v1/payouts/%s:fail", reason, Cases::sent));
        cases.put(PAYOUT + ":return", new Case("/v1/payouts/%s:return", reason, Cases::settled));
        cases.putAll(MembershipCases.byPattern());
        return cases;
    }

    /** That of a pattern. */
    static Case of(String pattern) {
        return Objects.requireNonNull(byPattern().get(pattern), pattern);
    }

    /** Another day each time: backfills never overlap. */
    private static String period() {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(NUMBER.incrementAndGet());
        return "{\"from\":\"%sT00:00:00Z\",\"to\":\"%sT01:00:00Z\"}".formatted(day, day);
    }

    static void eligible(KeyedService service, String id) {
        String channel = "/v1/channels/" + id;
        String video = "/v1/videos/" + id + "-v";
        LocalDate today = LocalDate.parse("2026-06-15");
        must(service.put(
                null,
                channel,
                "{\"title\":\"Cooking\",\"owner\":{\"name\":\"Sara\"},\"country\":\"IR\",\"currency\":\"IRR\"}"));
        must(service.put(null, channel + "/audience", "{\"followers\":250}"));
        must(service.put(null, video, "{\"channelId\":\"%s\",\"kind\":\"ORIGINAL\"}".formatted(id)));
        must(service.put(null, video + "/audience/" + today, "{\"views\":5000,\"watchSeconds\":10800000}"));
    }

    static void applied(KeyedService service, String id) {
        eligible(service, id);
        decide(service, id, "apply");
    }

    static void enrolled(KeyedService service, String id) {
        applied(service, id);
        decide(service, id, "approve");
    }

    static void suspended(KeyedService service, String id) {
        enrolled(service, id);
        decide(service, id, "suspend");
    }

    private static void opened(KeyedService service, String id) {
        must(service.post("open " + id, "/v1/backfills/" + id, period()));
    }

    /** A channel with final income above the threshold, and a bank account. */
    private static void funded(KeyedService service, String id) {
        eligible(service, id);
        ChannelId channel = new ChannelId(id);
        Money income = Money.ofMajor("5000000", Money.IRR);
        WindowId window = new WindowId(channel, Instant.parse("2026-06-01T00:00:00Z"));
        FinalizeEarnings finalizing =
                new FinalizeEarnings(channel, window, 1, income, income, Money.zero(Money.IRR), 10_000, 1);
        service.part(Commands.class).execute(finalizing, channel, CallContext.service("case"));
        must(service.put(
                null,
                "/v1/channels/" + id + "/bank-account",
                "{\"iban\":\"IR580540105180021273113007\",\"holder\":\"Sara\"}"));
    }

    private static void requested(KeyedService service, String id) {
        funded(service, id);
        must(service.post("ask " + id, "/v1/channels/" + id + "/payouts", "{\"payoutId\":\"" + id + "\"}"));
    }

    private static void approved(KeyedService service, String id) {
        requested(service, id);
        must(service.post("yes " + id, "/v1/payouts/" + id + ":approve", ""));
    }

    private static void sent(KeyedService service, String id) {
        approved(service, id);
        must(service.post("send " + id, "/v1/payouts/" + id + ":send", "{\"bankReference\":\"BR-1\"}"));
    }

    private static void settled(KeyedService service, String id) {
        sent(service, id);
        must(service.post("paid " + id, "/v1/payouts/" + id + ":settle", "{\"bankReference\":\"BR-1\"}"));
    }

    /** Takes a decision under a key of its own. */
    static void decide(KeyedService service, String id, String verb) {
        must(service.post(verb + " " + id + NUMBER.incrementAndGet(), PROGRAMME.formatted(id) + ":" + verb, ""));
    }

    static void must(KeyedService.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }
}
