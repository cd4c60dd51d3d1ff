package dev.creatorledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.view.View;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** U2 over HTTP: replays beside live traffic, damage by hand, and putting it right. */
@TestPropertySource(properties = {"ledger.views.database=replays", "ledger.replays.patience=20s"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayHttpIT extends QueryHttp {

    private static final String REPLAYS = "/v1/admin/replays";
    private static final List<LedgerEvent> HISTORY = new ArrayList<>();
    private static int published;

    @Autowired
    private MongoDatabase database;

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode begin(String view) {
        HttpResponse<String> answer = postAs("admin", REPLAYS, "{\"view\":\"" + view + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    /** A replay that is over. */
    private JsonNode replayed(String view) {
        String id = begin(view).get("replayId").asString();
        await().until(() -> !read(REPLAYS + "/" + id).get("state").asString().equals("RUNNING"));
        return read(REPLAYS + "/" + id);
    }

    private static void assertEqual(JsonNode replay) {
        assertThat(replay.get("state").asString()).as(replay.toString()).isEqualTo("EQUAL");
        assertThat(replay.get("differences").asLong()).isZero();
        assertThat(replay.has("firstDifference")).isFalse();
        assertThat(replay.has("failure")).isFalse();
    }

    /** The next events of one long history of the channels ch-0 to ch-4. */
    private long publishSome(int count) {
        if (HISTORY.isEmpty()) {
            HISTORY.addAll(EveryEvent.once());
            HISTORY.addAll(History.of(11, 5, 30_000));
            HISTORY.addAll(1_000, MoneyHistory.of(12, 5, 3_000));
            HISTORY.addAll(5_000, MembershipHistory.of(13, 5, 3_000));
        }
        int from = published;
        published = Math.min(HISTORY.size(), from + count);
        return publish(HISTORY.subList(from, published));
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                View.CHANNELS,
                View.BALANCES,
                View.EARNINGS,
                View.PAYOUTS,
                View.MEMBERS,
                View.JOURNAL,
                View.COMPLIANCE
            })
    void every_view_is_equal_while_events_go_on(String view) throws Exception {
        publishSome(2_000);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService traffic = Executors.newSingleThreadExecutor();
        try {
            Future<?> going = traffic.submit(() -> {
                for (int commits = 0; commits < 100 && !over.get(); commits++) {
                    publishSome(20);
                }
            });
            JsonNode replay = replayed(view);
            over.set(true);
            going.get();
            assertEqual(replay);
            assertThat(replay.get("view").asString()).isEqualTo(view);
            assertThat(replay.get("percent").asLong()).isEqualTo(100);
            assertThat(replay.get("events").asLong()).isPositive();
            assertThat(replay.get("eventsPerSecond").asLong()).isPositive();
            assertThat(replay.get("documents").asLong()).isPositive();
            assertThat(Long.parseLong(replay.get("reached").asString()))
                    .isGreaterThanOrEqualTo(
                            Long.parseLong(replay.get("position").asString()));
            assertThat(replay.get("endedAt").asString()).isNotEmpty();
        } finally {
            over.set(true);
            traffic.shutdownNow();
        }
    }

    @Test
    @Order(2)
    void is_answered_at_once_with_what_commands_answer() {
        long position = publishSome(10);
        JsonNode begun = begin(View.PAYOUTS);
        assertThat(begun.get("id")).isEqualTo(begun.get("replayId"));
        assertThat(begun.get("version").asLong()).isZero();
        assertThat(begun.get("position").asString()).isEqualTo(Long.toString(position));
        assertThat(begun.get("startedAt").asString()).isEqualTo("2026-02-02T12:00:00Z");
        HttpResponse<String> asked = get(REPLAYS + "/" + begun.get("id").asString() + "?atLeast=" + position);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("X-Ledger-Position")).hasValue(Long.toString(position));
        assertThat(get(REPLAYS + "/" + begun.get("id").asString() + "?atLeast=" + (position + 1_000))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    @Order(3)
    void a_view_damaged_by_hand_is_named_and_put_right() {
        long before = publishSome(100);
        read("/v1/channels/ch-0/balance?atLeast=" + before);
        var balances = database.getCollection("balances");
        String right = balances.find(new Document("_id", "ch-1")).first().toJson();
        balances.updateOne(
                new Document("_id", "ch-1"), new Document("$set", new Document("d.lines.0.available", 123_456L)));
        balances.deleteOne(new Document("_id", "ch-2"));
        balances.insertOne(new Document("_id", "ch-forged").append("at", 5L).append("d", new Document()));

        JsonNode replay = replayed(View.BALANCES);
        assertThat(replay.get("state").asString()).isEqualTo("DIFFERENT");
        assertThat(replay.get("differences").asLong()).isEqualTo(3);
        JsonNode first = replay.get("firstDifference");
        assertThat(first.get("collection").asString()).isEqualTo("balances");
        assertThat(first.get("document").asString()).isEqualTo("ch-1");
        assertThat(first.get("kind").asString()).isEqualTo("CHANGED");
        assertThat(first.get("field").asString()).isEqualTo("d.lines.0.available");
        assertThat(first.get("live").asString()).isEqualTo("123456");
        assertThat(right).contains(first.get("rebuilt").asString());
        assertEqual(replayed(View.EARNINGS));

        switchOver(replay.get("replayId").asString());
        assertThat(balances.find(new Document("_id", "ch-1")).first().toJson()).isEqualTo(right);
        assertThat(balances.find(new Document("_id", "ch-2")).first()).isNotNull();
        assertThat(balances.find(new Document("_id", "ch-forged")).first()).isNull();
        assertThat(database.listCollectionNames()).noneMatch(name -> name.contains("rebuilt"));
        assertEqual(replayed(View.BALANCES));

        long after = publishSome(500);
        read("/v1/channels/ch-0/balance?atLeast=" + after);
        assertEqual(replayed(View.BALANCES));
        assertEqual(replayed(View.CHANNELS));
    }

    private void switchOver(String id) {
        String path = REPLAYS + "/" + id + ":switch";
        HttpResponse<String> begun = postAs("admin", path, "", "X-Reason", "changed%20by%20hand");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        await().until(() ->
                !read(REPLAYS + "/" + id).at("/switchOver/state").asString().equals("RUNNING"));
        JsonNode switched = read(REPLAYS + "/" + id).get("switchOver");
        assertThat(switched.get("state").asString()).as(switched.toString()).isEqualTo("DONE");
        assertThat(switched.get("reason").asString()).isEqualTo("changed by hand");
        assertThat(switched.get("actor").asString()).isEqualTo("admin");
        HttpResponse<String> again = postAs("admin", path, "", "X-Reason", "again");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("switchOver")).isEqualTo(switched);
    }

    @Test
    @Order(4)
    void a_channel_changed_by_hand_is_named_and_put_right_with_its_indexes() {
        publishSome(100);
        var payouts = database.getCollection("payouts");
        List<Document> indexes = payouts.listIndexes().into(new ArrayList<>());
        payouts.deleteMany(new Document());
        JsonNode replay = replayed(View.PAYOUTS);
        assertThat(replay.at("/firstDifference/kind").asString()).isEqualTo("MISSING");
        switchOver(replay.get("replayId").asString());
        assertThat(database.getCollection("payouts").listIndexes().into(new ArrayList<>()))
                .extracting(index -> index.get("key"))
                .containsExactlyInAnyOrderElementsOf(
                        indexes.stream().map(index -> index.get("key")).toList());
        assertEqual(replayed(View.PAYOUTS));
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"view\":\"weather\"}|400|INVALID_FIELD",
                    "{\"view\":\"Balances\"}|400|INVALID_FIELD",
                    "{\"view\":\"\"}|400|INVALID_FIELD",
                    "{\"view\":null}|400|INVALID_FIELD",
                    "{}|400|INVALID_FIELD",
                    "{\"view\":[\"balances\"]}|400|",
                    "{\"view\":7}|400|",
                    "[]|400|",
                    "{|400|MALFORMED_REQUEST",
                })
        void is_what_names_no_view(String body, int status, String code) {
            HttpResponse<String> answer = postAs("admin", REPLAYS, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            if (code != null) {
                assertThat(json(answer).get("code").asString()).isEqualTo(code);
            }
        }

        @Test
        void is_a_replay_that_is_unknown() {
            assertThat(get(REPLAYS + "/nothing").statusCode()).isEqualTo(404);
            assertThat(postAs("admin", REPLAYS + "/nothing:switch", "", "X-Reason", "why")
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void is_whoever_is_no_admin() {
            for (String role : List.of("auditor", "operator", "compliance", "ingest", "payments")) {
                assertThat(postAs(role, REPLAYS, "{\"view\":\"payouts\"}").statusCode())
                        .as(role)
                        .isEqualTo(403);
                assertThat(postAs(role, REPLAYS + "/x:switch", "", "X-Reason", "why")
                                .statusCode())
                        .as(role)
                        .isEqualTo(403);
            }
            assertThat(statusFor("operator", REPLAYS + "/x")).isEqualTo(403);
            assertThat(statusFor("auditor", REPLAYS + "/x")).isEqualTo(404);
        }

        @Test
        void is_switching_over_without_a_reason() {
            HttpResponse<String> answer = postAs("admin", REPLAYS + "/x:switch", "");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("code").asString()).isEqualTo("REASON_REQUIRED");
        }
    }
}
