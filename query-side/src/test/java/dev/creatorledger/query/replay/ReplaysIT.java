package dev.creatorledger.query.replay;

import static dev.creatorledger.query.replay.ReplayedViews.LONG;
import static dev.creatorledger.query.replay.ReplayedViews.ended;
import static dev.creatorledger.query.replay.ReplayedViews.history;
import static dev.creatorledger.query.replay.ReplayedViews.replayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Replays of real views on a real event store: several at once, cut off, and without a verdict. */
class ReplaysIT {

    private final List<ReplayedViews> opened = new ArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void close() {
        held.countDown();
        opened.forEach(ReplayedViews::close);
    }

    private ReplayedViews views(int segments) {
        ReplayedViews views = new ReplayedViews(segments);
        opened.add(views);
        return views;
    }

    /** Replays that decode nothing before the test lets them. */
    private Replays heldUp(ReplayedViews views, ReplaySettings settings) {
        Replays replays = views.replays(settings, stored -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the test holds it up", e);
            }
            return views.decoder.decode(stored);
        });
        views.replays.stop();
        views.replays = replays;
        replays.start();
        return replays;
    }

    @Nested
    class Begun_again {

        @Test
        void while_it_runs_is_the_same_replay_whoever_asks() throws Exception {
            ReplayedViews views = views(1).started();
            views.ledger.publish(history(200));
            Replays replays = heldUp(views, new ReplaySettings(100, 1, LONG, ReplayedViews.LITTLE));
            ExecutorService callers = Executors.newFixedThreadPool(8);
            try {
                Callable<Replays.Asked> ask = () -> replays.begin(View.EARNINGS);
                List<Replays.Asked> asked = new ArrayList<>();
                for (Future<Replays.Asked> one : callers.invokeAll(
                        IntStream.range(0, 20).mapToObj(i -> ask).toList())) {
                    asked.add(one.get());
                }
                assertThat(asked)
                        .extracting(one -> one.replay().id())
                        .containsOnly(asked.get(0).replay().id());
                assertThat(asked).filteredOn(Replays.Asked::begun).hasSize(1);
            } finally {
                callers.shutdownNow();
            }
            Replay other = replays.begin(View.JOURNAL).replay();
            held.countDown();
            assertThat(ended(other).state()).isEqualTo(ReplayState.EQUAL);
            Replay first = replays.require(replays.begin(View.BALANCES).replay().id());
            assertThat(ended(first).state()).isEqualTo(ReplayState.EQUAL);
            assertThat(replays.begin(View.EARNINGS).begun()).isTrue();
        }

        @Test
        void is_shown_as_far_as_it_is_and_is_not_switched_over_before_its_verdict() {
            ReplayedViews views = views(1).started();
            views.ledger.publish(history(200));
            Replays replays = heldUp(views, new ReplaySettings(100, 1, LONG, ReplayedViews.LITTLE));
            Replay replay = replays.begin(View.EARNINGS).replay();
            assertThat(replay.json())
                    .returns(ReplayState.RUNNING, ReplayJson::state)
                    .returns(0L, ReplayJson::percent)
                    .returns(null, ReplayJson::endedAt);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> replays.switchOver(replay.id(), "admin", "why"))
                    .returns(ErrorCode.REPLAY_RUNNING, Refusal::code);
            held.countDown();
            assertThat(ended(replay).json().percent()).isEqualTo(100);
        }
    }

    @Test
    void forgets_the_oldest_but_none_that_runs() {
        ReplayedViews views = views(1).started();
        views.ledger.publish(history(50));
        Replays replays = heldUp(views, new ReplaySettings(2, 8, LONG, ReplayedViews.LITTLE));
        List<Replay> all = new ArrayList<>();
        for (String view : List.of(View.CHANNELS, View.BALANCES, View.EARNINGS)) {
            all.add(replays.begin(view).replay());
        }
        assertThat(all)
                .allSatisfy(replay -> assertThat(replays.require(replay.id())).isSameAs(replay));
        held.countDown();
        all.forEach(ReplayedViews::ended);
        Replay last = ended(replays.begin(View.JOURNAL).replay());
        assertThat(replays.require(last.id())).isSameAs(last);
        assertThat(replays.require(all.get(2).id())).isSameAs(all.get(2));
        for (Replay old : all.subList(0, 2)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> replays.require(old.id()))
                    .returns(ErrorCode.NOT_FOUND, Refusal::code);
        }
    }

    @Nested
    class Without_a_verdict {

        @Test
        void is_a_replay_that_meets_an_unknown_event() {
            ReplayedViews views = views(1).started();
            long last = views.ledger.publish(history(300));
            assertThat(replayed(views.replays, View.EARNINGS).state()).isEqualTo(ReplayState.EQUAL);
            views.ledger.forge("UPDATE domain_event SET payload_type = 'FromTheFuture' WHERE global_index = " + last);
            Replay replay = ended(views.replays.begin(View.EARNINGS).replay());
            assertThat(replay.json())
                    .returns(ReplayState.FAILED, ReplayJson::state)
                    .returns(
                            "the event at position " + last + " cannot be folded: an unknown type of event",
                            ReplayJson::failure);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> views.replays.switchOver(replay.id(), "admin", "why"))
                    .returns(ErrorCode.REPLAY_FAILED, Refusal::code);
        }

        @Test
        void is_a_replay_of_an_event_that_cannot_be_read() {
            ReplayedViews views = views(1).started();
            views.ledger.publish(history(300));
            assertThat(replayed(views.replays, View.EARNINGS).state()).isEqualTo(ReplayState.EQUAL);
            views.ledger.forge("UPDATE domain_event SET payload = '{' WHERE global_index ="
                    + " (SELECT max(global_index) FROM domain_event WHERE payload_type = 'ImpressionQualified')");
            assertThat(replayed(views.replays, View.EARNINGS))
                    .returns(ReplayState.FAILED, ReplayJson::state)
                    .satisfies(replay -> assertThat(replay.failure()).contains("cannot read a stored"));
        }

        @Test
        void is_a_replay_whose_live_view_stands_still() {
            ReplayedViews views = views(1);
            views.views.start();
            views.ledger.publish(history(50));
            await().until(() -> views.tokens.reached(ReplayedViews.GROUPS.get(0).name()) > 0);
            views.views.stop();
            long at = views.tokens.reached(ReplayedViews.GROUPS.get(0).name());
            long last = views.ledger.publish(history(50));
            Replays impatient = views.replays(
                    new ReplaySettings(9, 1, Duration.ofMillis(100), ReplayedViews.LITTLE), views.decoder);
            assertThat(replayed(impatient, View.BALANCES))
                    .returns(ReplayState.FAILED, ReplayJson::state)
                    .returns(
                            "the live view stands at position " + at + " and does not come to " + last,
                            ReplayJson::failure);
            impatient.stop();
        }

        @Test
        void is_a_replay_that_the_end_of_the_service_cuts_off() {
            ReplayedViews views = views(1).started();
            views.ledger.publish(history(50));
            Replays replays = heldUp(views, new ReplaySettings(9, 1, LONG, ReplayedViews.LITTLE));
            Replay running = replays.begin(View.BALANCES).replay();
            replays.stop();
            assertThat(running.state()).isEqualTo(ReplayState.FAILED);
        }
    }
}
