package dev.creatorledger.query.replay;

import static dev.creatorledger.query.replay.ReplayedViews.LONG;
import static dev.creatorledger.query.replay.ReplayedViews.history;
import static dev.creatorledger.query.replay.ReplayedViews.over;
import static dev.creatorledger.query.replay.ReplayedViews.replayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.view.BesideLive;
import dev.creatorledger.query.view.Shadow;
import dev.creatorledger.query.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Switching over: beside live traffic, beside another node, and cut off by a crash. */
class SwitchOverIT {

    private final List<ReplayedViews> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ReplayedViews::close);
    }

    private ReplayedViews views(int segments) {
        ReplayedViews views = new ReplayedViews(segments);
        opened.add(views);
        return views;
    }

    @ParameterizedTest(name = "with {0} segments")
    @ValueSource(ints = {1, 3})
    void puts_right_what_was_damaged_while_events_go_on(int segments) throws Exception {
        ReplayedViews views = views(segments).started();
        List<LedgerEvent> events = history(6_000);
        views.ledger.publish(events.subList(0, 3_000));
        AtomicBoolean over = new AtomicBoolean();
        int[] published = {3_000};
        ExecutorService traffic = Executors.newSingleThreadExecutor();
        try {
            Future<?> going = traffic.submit(() -> {
                while (!over.get() && published[0] < events.size()) {
                    int to = Math.min(events.size(), published[0] + 10);
                    views.ledger.publish(events.subList(published[0], to));
                    published[0] = to;
                }
            });
            for (String view : List.of(View.EARNINGS, View.JOURNAL, View.BALANCES)) {
                damageABalance(views);
                ReplayJson before = replayed(views.replays, view);
                views.replays.switchOver(before.replayId(), "admin", "to try it");
                SwitchOver done = over(views, before);
                assertThat(done.json().failure()).isNull();
                assertThat(done.state()).isEqualTo(SwitchOver.State.DONE);
            }
            over.set(true);
            going.get();
        } finally {
            over.set(true);
            traffic.shutdownNow();
        }
        views.ledger.publish(events.subList(published[0], events.size()));
        for (String view : views.replays.views()) {
            assertThat(replayed(views.replays, view)).returns(ReplayState.EQUAL, ReplayJson::state);
        }
    }

    @Test
    void puts_a_past_right_that_was_changed_by_hand() {
        ReplayedViews views = views(1).started();
        views.ledger.publish(history(3_000));
        assertThat(replayed(views.replays, View.BALANCES).state()).isEqualTo(ReplayState.EQUAL);
        var versions = views.database.getCollection("balances_versions");
        Document one = Objects.requireNonNull(versions.find().first());
        versions.deleteOne(new Document("_id", one.get("_id")));

        ReplayJson damaged = replayed(views.replays, View.BALANCES);
        assertThat(damaged.differences()).isEqualTo(1);
        Difference first = Objects.requireNonNull(damaged.firstDifference());
        assertThat(first.collection()).isEqualTo("balances_versions");
        assertThat(first.document()).isEqualTo(one.get("_id"));
        assertThat(first.kind()).isEqualTo(Difference.Kind.MISSING);

        views.replays.switchOver(damaged.replayId(), "admin", "a version was lost");
        assertThat(over(views, damaged).state()).isEqualTo(SwitchOver.State.DONE);
        assertThat(versions.find(new Document("_id", one.get("_id"))).first()).isEqualTo(one);
        assertThat(replayed(views.replays, View.BALANCES).state()).isEqualTo(ReplayState.EQUAL);
    }

    private static void damageABalance(ReplayedViews views) {
        await().atMost(LONG)
                .until(() -> views.database
                                .getCollection("balances")
                                .updateOne(
                                        new Document("_id", "ch-1"),
                                        new Document("$inc", new Document("d.lines.0.estimated", 1L)))
                                .getModifiedCount()
                        == 1);
    }

    @Test
    void leaves_everything_as_it_is_while_another_node_works_on_a_segment() {
        ReplayedViews views = views(2).started();
        views.ledger.publish(history(500));
        ReplayJson before = replayed(views.replays, View.BALANCES);
        views.database.getCollection("balances").deleteOne(new Document("_id", "ch-1"));
        TrackingEventProcessor processor = views.views.processors().get(0);
        processor.releaseSegment(1);
        await().atMost(LONG).ignoreExceptions().until(() -> otherNodeClaims(views, processor.getName()));

        views.replays.switchOver(before.replayId(), "admin", "to try it");
        SwitchOver tried = over(views, before);
        assertThat(tried.json().failure()).contains("claimed by another node");
        assertThat(views.database.getCollection("balances").find(new Document("_id", "ch-1")))
                .isEmpty();
        assertThat(views.database.listCollectionNames()).noneMatch(name -> name.endsWith("_rebuilt"));
        assertThat(processor.isRunning()).isTrue();

        views.tokens("two").releaseClaim(processor.getName(), 1);
        assertThat(views.replays.switchOver(before.replayId(), "admin", "again"))
                .isTrue();
        SwitchOver again = over(views, before);
        assertThat(again.state()).isEqualTo(SwitchOver.State.DONE);
        assertThat(replayed(views.replays, View.BALANCES).state()).isEqualTo(ReplayState.EQUAL);
    }

    private boolean otherNodeClaims(ReplayedViews views, String processor) {
        TrackingToken token = views.tokens("two").fetchToken(processor, 1);
        return token == null || token.position().isPresent();
    }

    /** Some collections are new and some are old: all of them are what the events make, up to the token at least. */
    @Test
    void cut_off_by_a_crash_leaves_views_that_go_on_from_their_token() {
        ReplayedViews views = views(1).started();
        List<LedgerEvent> events = history(2_000);
        views.ledger.publish(events.subList(0, 1_000));
        assertThat(replayed(views.replays, View.EARNINGS).state()).isEqualTo(ReplayState.EQUAL);
        views.views.stop();

        long head = views.ledger.publish(events.subList(1_000, 1_500)); // not seen by the old documents
        Shadow shadow =
                new Shadow(ReplayedViews.GROUPS.get(0), ReplayedViews.ERAS, views.ledger.storedEvents(), views.decoder);
        shadow.upTo(head);
        int[] number = {0};
        shadow.documents().forEach(documents -> {
            BesideLive<?> beside = documents.beside(views.database);
            beside.write();
            if (number[0]++ % 2 == 0) {
                beside.putInPlace();
            }
        });

        views.views = views.newViews();
        views.views.start();
        views.replays = views.replays(new ReplaySettings(100, 1, LONG, ReplayedViews.LITTLE), views.decoder);
        views.replays.start();
        views.ledger.publish(events.subList(1_500, events.size()));
        Set<ReplayState> verdicts = views.replays.views().stream()
                .map(view -> replayed(views.replays, view).state())
                .collect(Collectors.toSet());
        assertThat(verdicts).containsExactly(ReplayState.EQUAL);
        ReplayJson last = replayed(views.replays, View.CHANNELS);
        views.replays.switchOver(last.replayId(), "admin", "drops what was left behind");
        await().atMost(LONG).until(() -> views.database.listCollectionNames().into(new ArrayList<>()).stream()
                .noneMatch(name -> name.startsWith("channel") && name.endsWith("_rebuilt")));
    }
}
