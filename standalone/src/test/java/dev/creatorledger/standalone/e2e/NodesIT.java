package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of each side on shared stores, in one of which the power fails now and then. */
@DisplayName("Two nodes of each side on one store of events and one MongoDB")
class NodesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BATCHES_BETWEEN_KILLS = 20;

    /** Few and soon in a build; benchmarks/crash-nodes.sh takes its time. */
    private static final int ROUNDS = Integer.getInteger("nodes.rounds", 2);

    private static final Duration EVERY = Duration.ofSeconds(Long.getLong("nodes.every", 0));
    private static final String QUALIFIED = "ImpressionQualified";
    private static final Set<String> OF_NODES = Set.of("tokens", "nodes");

    @TempDir
    private Path folder;

    /** Of this run alone: a server that runs may have seen others. */
    private final String channels = "n" + UUID.randomUUID().toString().substring(0, 8) + "-";

    private final List<String> both = List.of(channels + 1, channels + 2);

    @Test
    @DisplayName("A7 lose no acknowledged impression, count none twice, and show what a replay shows")
    void loseNothingAndCountNothingTwice() throws Exception {
        try (SharedStores stores = SharedStores.start(folder);
                NodeProcess c1 = stores.commandNode("c1");
                NodeProcess c2 = stores.commandNode("c2");
                NodeProcess q1 = stores.queryNode("q1");
                NodeProcess q2 = stores.queryNode("q2")) {
            c1.awaitReady();
            c2.awaitReady();
            anEnrolledChannel(stores, c1, both.get(0));
            anEnrolledChannel(stores, c2, both.get(1));
            Map<String, Integer> acknowledged = underKills(stores, c1, c2, q1, q2);
            StoredEvents events = stores.events();
            List<String> stored = qualified(events);
            assertThat(stored).as("none twice").doesNotHaveDuplicates();
            assertThat(new HashSet<>(stored)).as("none lost").containsAll(acknowledged.keySet());
            assertThat(acknowledged.values()).as("told once").allMatch(times -> times <= 1);
            try (NodeProcess replay = stores.replay("q3")) {
                bothShow(stores, List.of(q1.awaitReady(), q2.awaitReady()), events.head(), stored.size());
                replay.awaitReady();
                theViewsAreThoseOfAReplay(stores);
            }
        }
    }

    private static void anEnrolledChannel(SharedStores stores, NodeProcess node, String channelId) {
        new Stage(role -> stores.as(node.address(), role), Instant.now()).enrolled(channelId, 5_500);
    }

    private Map<String, Integer> underKills(
            SharedStores stores, NodeProcess c1, NodeProcess c2, NodeProcess q1, NodeProcess q2) throws Exception {
        List<Api> nodes = List.of(stores.as(c1.address(), "ingest"), stores.as(c2.address(), "ingest"));
        List<String> videos = both.stream().map(channel -> channel + "-v").toList();
        try (OverlappingLoad load =
                new OverlappingLoad(nodes, videos, Instant.now().minusSeconds(60))) {
            q1.awaitReady();
            q2.awaitReady();
            goesOn(load);
            for (int round = 0; round < ROUNDS; round++) {
                boolean even = round % 2 == 0;
                long begun = System.nanoTime();
                // One of each side goes on: who was killed before is there again.
                killed(load, List.of(even ? c2 : c1, even ? q2 : q1), List.of(even ? c1 : c2, even ? q1 : q2));
                await().atMost(EVERY.plus(SOON)).until(() -> System.nanoTime() - begun >= EVERY.toNanos());
            }
            Map<String, Integer> acknowledged = load.end();
            System.out.printf(
                    "%d kills of each side, %d batches, sent again %d times, %d impressions acknowledged%n",
                    ROUNDS, load.batches(), load.repeated(), acknowledged.size());
            assertThat(load.repeated())
                    .as("batches that were under way when a node was killed")
                    .isPositive();
            return acknowledged;
        }
    }

    private static void killed(OverlappingLoad load, List<NodeProcess> others, List<NodeProcess> nodes) {
        others.forEach(NodeProcess::awaitReady);
        nodes.forEach(NodeProcess::killAndStartAgain);
        goesOn(load);
    }

    private static void goesOn(OverlappingLoad load) {
        int sent = load.batches();
        await().atMost(SOON).until(() -> load.batches() >= sent + BATCHES_BETWEEN_KILLS);
    }

    private List<String> qualified(StoredEvents events) {
        List<String> ids = new ArrayList<>();
        events.read(0, events.head(), event -> {
            if (event.type().equals(QUALIFIED) && event.stream().contains(channels)) {
                ids.add(Api.JSON.readTree(event.payload()).path("impressionId").asString());
            }
        });
        return ids;
    }

    private void bothShow(SharedStores stores, List<NodeProcess> nodes, long newest, long impressions) {
        for (NodeProcess node : nodes) {
            Api auditor = stores.as(node.address(), "auditor");
            long shown = 0;
            for (String channel : both) {
                await().atMost(SOON)
                        .until(() -> auditor.get("/v1/channels/" + channel + "/balance?atLeast=" + newest)
                                        .status()
                                == 200);
                Api.Answer earnings =
                        auditor.get("/v1/channels/" + channel + "/earnings?granularity=month&atLeast=" + newest);
                assertThat(earnings.status()).as(earnings.text()).isEqualTo(200);
                assertThat(Long.parseLong(earnings.position())).isGreaterThanOrEqualTo(newest);
                shown += earnings.body()
                        .path("items")
                        .valueStream()
                        .mapToLong(item -> item.path("qualified").asLong())
                        .sum();
            }
            assertThat(shown).isEqualTo(impressions);
            Api.Answer trial = auditor.get("/v1/audit/trial-balance?atLeast=" + newest);
            assertThat(trial.status()).as(trial.text()).isEqualTo(200);
        }
    }

    private static void theViewsAreThoseOfAReplay(SharedStores stores) {
        try (MongoClient client = stores.mongo()) {
            Map<String, BsonDocument> live = documents(client.getDatabase(stores.views()));
            Map<String, BsonDocument> replayed = documents(client.getDatabase(stores.replayedViews()));
            assertThat(live).isNotEmpty().isEqualTo(replayed);
        }
    }

    private static Map<String, BsonDocument> documents(MongoDatabase database) {
        Map<String, BsonDocument> documents = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            if (!OF_NODES.contains(name)) {
                database.getCollection(name, BsonDocument.class)
                        .find()
                        .forEach(document -> documents.put(name + "/" + document.get("_id"), document));
            }
        }
        return documents;
    }
}
