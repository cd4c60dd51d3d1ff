package dev.creatorledger.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.idempotency.Cases.Case;
import dev.creatorledger.command.idempotency.Cases.Ready;
import dev.creatorledger.command.idempotency.KeyedService.Answer;
import dev.creatorledger.platform.security.RouteTable;
import dev.creatorledger.platform.web.KeylessCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

@DisplayName("An idempotency key")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class IdempotencyIT {

    private static final AtomicInteger KEYS = new AtomicInteger();

    private KeyedService service;

    private final String key = "key-" + KEYS.incrementAndGet();

    @BeforeAll
    void start() {
        service = new KeyedService("node-1");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static String newKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    static Stream<String> posts() {
        return Cases.byPattern().keySet().stream();
    }

    private static Case of(String pattern) {
        return Cases.of(pattern);
    }

    private long kept() {
        return service.database().queryForList("SELECT id FROM idempotency_key").size();
    }

    @Test
    void isDemandedByEveryPostOfTheRouteTableButThoseThatNeedNone() {
        assertThat(RouteTable.all().stream()
                        .filter(route -> route.method().equals(HttpMethod.POST))
                        .map(route -> route.pattern().getPatternString())
                        .filter(pattern -> !KeylessCommands.has(pattern)))
                .as("a POST route needs a case here")
                .containsExactlyInAnyOrderElementsOf(Cases.byPattern().keySet());
    }

    @Test
    void isNotDemandedByCheckpoints() {
        assertThat(service.post(null, "/v1/audit/checkpoints", "{}").code()).isNotEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest
    @MethodSource("posts")
    void isNeeded(String pattern) {
        Ready command = of(pattern).ready(service);
        String path = command.path();
        int before = service.stored().size();
        Answer answer = service.post(null, path, command.body());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(service.stored()).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void givesTheFirstOutcomeAgainByteForByte(String pattern) {
        Ready command = of(pattern).ready(service);
        String path = command.path();
        String mine = newKey();
        Answer first = service.post(mine, path, command.body());
        assertThat(first.status()).isIn(200, 201);
        assertThat(first.replayed()).isFalse();
        int before = service.stored().size();
        for (int time = 0; time < 2; time++) {
            assertThat(service.post(mine, path, command.body()))
                    .isEqualTo(new Answer(first.status(), first.body(), true));
        }
        assertThat(service.stored()).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void standsForOneRequestAlone(String pattern) {
        Ready command = of(pattern).ready(service);
        String path = command.path();
        String mine = newKey();
        service.post(mine, path, command.body());
        int before = service.stored().size();
        for (Answer other : List.of(
                service.post(mine, path, "{\"another\":1}"),
                service.post(mine, path + "?x=1", command.body()),
                service.post(mine, "/v1/backfills/another", command.body()),
                service.send(service.request("admin", mine, "PUT", "/v1/channels/x", command.body())))) {
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(service.stored().subList(before, before + 4)).containsOnly("CommandRefused");
    }

    @ParameterizedTest
    @MethodSource("posts")
    void belongsToItsSubject(String pattern) {
        Ready command = of(pattern).ready(service);
        String path = command.path();
        String shared = newKey();
        assertThat(service.post(shared, path, command.body()).status()).isIn(200, 201);
        assertThat(service.send(service.request("operator", shared, "POST", path, command.body()))
                        .replayed())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void keepsARefusalOfTheRouteTableToo(String pattern) {
        Ready command = of(pattern).ready(service);
        String path = command.path();
        String mine = newKey();
        Answer first = service.send(service.request("auditor", mine, "POST", path, command.body()));
        assertThat(first.status()).isEqualTo(403);
        int before = service.stored().size();
        Answer again = service.send(service.request("auditor", mine, "POST", path, command.body()));
        assertThat(again).isEqualTo(new Answer(403, first.body(), true));
        assertThat(service.stored())
                .as("a refusal given again is not recorded again")
                .hasSize(before);
    }

    @Test
    void keepsARefusalOfARule_thoughTheStateWouldAllowItNow() {
        String path = Cases.PROGRAMME.formatted("late") + ":apply";
        Answer refused = service.post(key, path, "");
        assertThat(refused.status()).isEqualTo(404);
        Cases.eligible(service, "late");
        assertThat(service.post(key, path, "")).isEqualTo(new Answer(404, refused.body(), true));
        assertThat(service.post(newKey(), path, "").status()).isEqualTo(200);
    }

    @Test
    void lastsThroughARestart() {
        List<Sent> sent = new ArrayList<>();
        Cases.byPattern().forEach((pattern, command) -> {
            Ready ready = command.ready(service);
            sent.add(new Sent(ready, service.post(restartKey(ready), ready.path(), ready.body())));
        });
        service.restartAs("node-1");
        assertThat(sent).allSatisfy(each -> assertThat(service.post(
                        restartKey(each.command()),
                        each.command().path(),
                        each.command().body()))
                .isEqualTo(new Answer(each.answer().status(), each.answer().body(), true)));
    }

    private record Sent(Ready command, Answer answer) {}

    private static String restartKey(Ready command) {
        return "restart " + command.path();
    }

    @Test
    void isFreeAgainAfterA400() {
        Ready command = of("/v1/backfills/{backfillId}").ready(service);
        String path = command.path();
        String mine = newKey();
        long before = kept();
        assertThat(service.post(mine, path, "{").status()).isEqualTo(400);
        assertThat(kept()).isEqualTo(before);
        assertThat(service.post(mine, path, command.body()).status()).isEqualTo(201);
    }

    @Test
    void isFreeAgainAfterABodyThatIsTooLargeOrOfAnotherType() {
        Ready command = of("/v1/backfills/{backfillId}").ready(service);
        String path = command.path();
        String mine = newKey();
        assertThat(service.post(mine, path, "a".repeat(1_048_577)).status()).isEqualTo(413);
        var xml = service.request("admin", mine, "POST", path, "<a/>").setHeader("Content-Type", "application/xml");
        assertThat(service.send(xml).status()).isEqualTo(415);
        assertThat(service.post(mine, path, command.body()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void hasOneTo255Characters(int length) {
        Answer answer = service.post("k".repeat(length), Cases.PROGRAMME.formatted("x") + ":apply", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_FIELD");
        assertThat(service.post("k".repeat(255), Cases.PROGRAMME.formatted("x") + ":apply", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isGivenOnce() {
        var twice = service.request("operator", newKey(), "POST", Cases.PROGRAMME.formatted("x") + ":apply", "")
                .header(KeyedRequest.HEADER, newKey());
        assertThat(service.send(twice).code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void mayBeCarriedByAPut() {
        Cases.eligible(service, "put");
        String path = "/v1/channels/put/audience";
        String mine = newKey();
        Answer first = service.put(mine, path, "{\"followers\":300}");
        service.put(null, path, "{\"followers\":400}");
        int before = service.stored().size();
        assertThat(service.put(mine, path, "{\"followers\":300}")).isEqualTo(new Answer(200, first.body(), true));
        assertThat(service.stored()).hasSize(before);
    }

    @Test
    void isTakenByABatchAndKeepsNothing(CapturedOutput output) {
        String mine = newKey();
        long before = kept();
        for (String body : List.of("{\"impressions\":[]}", "{\"impressions\":[]}", "{\"impressions\":[{}]}")) {
            Answer answer = service.send(service.request("ingest", mine, "POST", "/v1/impressions:batch", body));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.replayed()).isFalse();
        }
        assertThat(service.send(service.request(
                                "ingest", null, "POST", "/v1/impressions:batch", "{\"impressions\":[]}"))
                        .status())
                .isEqualTo(200);
        assertThat(kept()).isEqualTo(before);
        await().untilAsserted(
                        () -> assertThat(output).containsPattern("BookImpressions: 200 at [1-9][0-9]*, invalid=1"));
    }

    @Test
    void isKeptFor30DaysByTheClock() {
        Ready command = of("/v1/backfills/{backfillId}").ready(service);
        String path = command.path();
        String body = command.body();
        String mine = newKey();
        service.post(mine, path, body);
        service.clock().advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(service.post(mine, path, body).replayed()).isTrue();
        service.clock().advance(Duration.ofSeconds(1));
        Answer later = service.post(mine, path, body);
        assertThat(later.replayed()).isFalse();
        assertThat(later.status()).as("the backfill is there already").isEqualTo(200);
        service.clock().advance(Duration.ofDays(31));
        service.part(OutcomeSweep.class).sweep();
        assertThat(kept()).isZero();
    }

    @Test
    void hasOneEffectHoweverManySendItAtOnce() throws Exception {
        String path = of("/v1/channels/{channelId}/ad-programme:suspend")
                .ready(service)
                .path();
        String mine = newKey();
        int before = service.stored().size();
        ExecutorService senders = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Answer>> sent = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.post(mine, path, ""), senders))
                    .toList();
            List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
            Answer outcome = service.post(mine, path, "");
            assertThat(answers).allSatisfy(answer -> assertThat(answer.body().equals(outcome.body())
                            || answer.code().equals("IDEMPOTENCY_IN_PROGRESS"))
                    .as(answer.toString())
                    .isTrue());
            assertThat(answers.stream().filter(answer -> answer.status() == 200 && !answer.replayed()))
                    .hasSize(1);
        } finally {
            senders.shutdownNow();
        }
        assertThat(service.stored().subList(before, service.stored().size()))
                .filteredOn(type -> !type.equals("CommandRefused"))
                .containsExactly("AdProgrammeSuspended", "PauseCauseOpened");
    }

    @Test
    void isInProgressWhileTheFirstRequestRuns() throws Exception {
        String path = of("/v1/channels/{channelId}/ad-programme:reject")
                .ready(service)
                .path();
        String mine = newKey();
        FailingOutcomes outcomes = service.part(FailingOutcomes.class);
        outcomes.hold();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> service.post(mine, path, ""));
        outcomes.awaitMark();
        Answer second = service.post(mine, path, "");
        Answer other = service.post(mine, path, "{}");
        outcomes.goOn();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(service.post(mine, path, "").replayed()).isTrue();
    }

    @Test
    void holdsNothingThatWasSent() {
        String mine = "secret-key-" + newKey();
        service.put(
                mine,
                "/v1/channels/private",
                "{\"title\":\"T\",\"owner\":{\"name\":\"Shirin\"},\"country\":\"IR\"," + "\"currency\":\"IRR\"}");
        String rows =
                service.database().queryForList("SELECT * FROM idempotency_key").toString();
        assertThat(rows).doesNotContain("secret-key", "Shirin", "admin");
    }
}
