package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.TestLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes share the segments of a view, and each of them answers for all of it. */
class SharedSegmentsIT {

    private static final Duration CLAIM = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SEGMENTS = 4;

    private final TestLedger ledger = new TestLedger();
    private final MongoClient client = MongoClients.create(InMemoryMongo.connectionString());
    private final MongoDatabase database =
            client.getDatabase("shared-" + UUID.randomUUID().toString().substring(0, 8));
    private final Node one = new Node("one");
    private final Node other = new Node("other");

    /** A node of the query side, without HTTP. */
    private final class Node {

        private final MongoTokenStore tokens;
        private final ViewPositions positions;
        private final Views views;
        private final SegmentShares shares;

        Node(String name) {
            tokens = new MongoTokenStore(database, name, CLAIM, Clock.systemUTC());
            positions = new ViewPositions(List.of(TestViews.GROUP), tokens::positions);
            views = TestViews.of(ledger, database, tokens, positions, false, SEGMENTS);
            shares = new SegmentShares(views, tokens, new NodesSeen(database, name, CLAIM, Clock.systemUTC()), CLAIM);
        }

        void start() {
            views.start();
            shares.start();
        }

        void stop() {
            shares.stop();
            views.stop();
        }

        int segments() {
            return views.processors().get(0).processingStatus().size();
        }
    }

    @AfterEach
    void end() {
        one.stop();
        other.stop();
        ledger.close();
        client.close();
    }

    @Test
    void who_came_first_leaves_half_of_them_to_the_other_and_takes_them_back() throws Exception {
        long first = ledger.publish(History.of(7, 5, 200));
        one.start();
        await().atMost(SOON).until(() -> one.segments() == SEGMENTS);
        other.start();
        await().atMost(SOON).until(() -> one.segments() == 2 && other.segments() == 2);
        assertThat(one.positions.await(View.BALANCES, first, SOON)).isTrue();
        assertThat(other.positions.await(View.BALANCES, first, SOON)).isTrue();
        other.stop();
        await().atMost(SOON).until(() -> one.segments() == SEGMENTS);
    }

    @Test
    void a_position_is_reached_only_when_the_segments_of_the_others_are_there_too() throws Exception {
        one.tokens.initializeTokenSegments(TestViews.GROUP.name(), 2, null);
        one.positions.reached(TestViews.GROUP.name(), 0, 50);
        assertThat(one.positions.of(View.BALANCES))
                .as("nothing of the other one")
                .isEqualTo(-1);
        other.tokens.fetchToken(TestViews.GROUP.name(), 1);
        other.tokens.storeToken(new GlobalSequenceTrackingToken(30), TestViews.GROUP.name(), 1);
        assertThat(one.positions.of(View.BALANCES)).isEqualTo(30);
        assertThat(one.positions.await(View.BALANCES, 31, Duration.ofMillis(50)))
                .isFalse();
        other.tokens.storeToken(new GlobalSequenceTrackingToken(60), TestViews.GROUP.name(), 1);
        assertThat(one.positions.await(View.BALANCES, 50, SOON)).isTrue();
        assertThat(other.positions.of(View.BALANCES))
                .as("the other one knows of this node what is stored")
                .isEqualTo(-1);
    }

    @Test
    void segments_are_begun_all_or_none_by_whichever_nodes() {
        one.tokens.initializeTokenSegments(TestViews.GROUP.name(), 3, null);
        database.getCollection(MongoTokenStore.COLLECTION)
                .deleteOne(new Document("_id", TestViews.GROUP.name() + "/1"));
        assertThat(other.tokens.fetchSegments(TestViews.GROUP.name()))
                .as("one of them is not there yet")
                .isEmpty();
        other.tokens.initializeTokenSegments(TestViews.GROUP.name(), 3, null);
        assertThat(one.tokens.fetchSegments(TestViews.GROUP.name())).containsExactly(0, 1, 2);
        one.tokens.fetchToken(TestViews.GROUP.name(), 1);
        assertThatThrownBy(() -> other.tokens.fetchToken(TestViews.GROUP.name(), 1))
                .isInstanceOf(UnableToClaimTokenException.class);
    }
}
