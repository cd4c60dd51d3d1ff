package dev.creatorledger.query.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.journal.Books;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored events that nobody can read, on a real event store: what stands still, what goes on, and how it is mended. */
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ViewGroup BOOKS = new ViewGroup(ViewGroup.BOOKS, List.of(Books.VIEW), true);
    private static final ChannelId POISONED = new ChannelId("ch-0");
    private static final byte[] GARBAGE = "no json at all".getBytes(UTF_8);

    private final TestLedger ledger = new TestLedger();
    private final MongoDatabase database = InMemoryMongo.database();
    private final List<ViewGroup> groups = List.of(TestViews.GROUP, BOOKS);
    private ViewPositions positions = new ViewPositions(groups);
    private final List<Views> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Views::stop);
        ledger.close();
    }

    private Views start(boolean rebuild, int segments) {
        positions = new ViewPositions(groups);
        Views views = TestViews.of(groups, ledger, database, TestViews.tokens(database), positions, rebuild, segments);
        started.add(views);
        views.start();
        return views;
    }

    private static boolean hasStopped(Views views, int group) {
        return views.processors().get(group).processingStatus().values().stream()
                .anyMatch(EventTrackerStatus::isErrorState);
    }

    private static List<DeadLetter> letters(Views views) {
        return views.deadLetters().newest(null, 1_000);
    }

    private void awaitAll(String view, long position) throws InterruptedException {
        assertThat(positions.await(view, position, PATIENCE)).isTrue();
    }

    /** The contents of every document of the views of the advertising programme. */
    private static List<Object> contents(MongoDatabase from) {
        return TestViews.GROUP.projections().stream()
                .flatMap(projection -> Stream.of(projection.collection()))
                .<Object>flatMap(
                        name -> from
                                .getCollection(name)
                                .find()
                                .sort(new org.bson.Document("_id", 1))
                                .into(new ArrayList<>())
                                .stream()
                                .map(document -> document.get(DocumentCodec.CONTENT)))
                .toList();
    }

    /** What the views are when everything could be read from the beginning. */
    private List<Object> rebuilt() {
        MongoDatabase rebuilt = InMemoryMongo.database();
        ViewPositions ofRebuilt = new ViewPositions(List.of(TestViews.GROUP));
        Views views =
                TestViews.of(List.of(TestViews.GROUP), ledger, rebuilt, TestViews.tokens(rebuilt), ofRebuilt, true, 1);
        views.start();
        views.stop();
        return contents(rebuilt);
    }

    private void assertMendedByARetry(Views views) {
        DeadLetter letter = letters(views).get(0);
        assertThat(views.retry(letter).reason()).isNull();
        assertThat(letters(views)).isEmpty();
        assertThat(contents(database)).isEqualTo(rebuilt());
    }

    @ParameterizedTest(name = "with {0} segments")
    @ValueSource(ints = {1, 3})
    void while_one_channel_stands_still_the_others_go_on(int segments) throws InterruptedException {
        List<LedgerEvent> events = History.of(11, 4, 900);
        Views views = start(false, segments);
        await().until(() -> views.processors().get(0).processingStatus().size() == segments);
        ledger.publish(events.subList(0, 300));
        long poisoned = ledger.forge(POISONED, "FollowersReported", GARBAGE);
        long last = ledger.publish(events.subList(300, events.size()));
        awaitAll(View.EARNINGS, last);

        assertThat(letters(views)).hasSizeGreaterThan(10).allMatch(letter -> letter.sequence()
                .equals("ch-0"));
        assertThat(letters(views).get(letters(views).size() - 1)).satisfies(first -> {
            assertThat(first.position()).isEqualTo(poisoned);
            assertThat(first.stream()).isEqualTo("channel:ch-0");
            assertThat(first.type()).isEqualTo("FollowersReported");
            assertThat(first.reason()).contains("SerializationException");
        });
        assertThat(views.retry(letters(views).get(0)).reason()).contains("SerializationException");

        ledger.replace(poisoned, new FollowersReported(POISONED, 77));
        assertMendedByARetry(views);
        long more = ledger.publish(List.of(new FollowersReported(POISONED, 78)));
        awaitAll(View.CHANNELS, more);
        assertThat(letters(views)).isEmpty();
        assertThat(contents(database)).isEqualTo(rebuilt());
    }

    @Test
    void letters_outlast_a_restart() throws InterruptedException {
        List<LedgerEvent> events = History.of(12, 3, 600);
        Views before = start(false, 1);
        ledger.publish(events.subList(0, 200));
        long poisoned = ledger.forge(POISONED, "FollowersReported", GARBAGE);
        awaitAll(View.EARNINGS, ledger.publish(events.subList(200, 400)));
        int aside = letters(before).size();
        before.stop();

        Views after = start(false, 1);
        awaitAll(View.EARNINGS, ledger.publish(events.subList(400, events.size())));
        assertThat(letters(after)).hasSizeGreaterThan(aside).allMatch(letter -> letter.sequence()
                .equals("ch-0"));
        ledger.replace(poisoned, new FollowersReported(POISONED, 77));
        assertMendedByARetry(after);
    }

    @Nested
    class A_start {

        @Test
        void is_not_kept_waiting_by_a_poisoned_event() throws InterruptedException {
            List<LedgerEvent> events = History.of(13, 3, 800);
            ledger.publish(events.subList(0, 500));
            long poisoned = ledger.forge(POISONED, "FollowersReported", GARBAGE);
            long last = ledger.publish(events.subList(500, events.size()));
            Views views = start(true, 1);
            await().atMost(PATIENCE).until(views::ready);
            awaitAll(View.EARNINGS, last);
            assertThat(letters(views)).isNotEmpty().allMatch(letter -> letter.sequence()
                    .equals("ch-0"));
            ledger.replace(poisoned, new FollowersReported(POISONED, 77));
            assertMendedByARetry(views);
        }

        @Test
        void passes_over_no_event_of_a_type_that_it_does_not_know() throws InterruptedException {
            long before = ledger.publish(History.of(14, 2, 200));
            ledger.forge(POISONED, "ChannelPainted", "{\"colour\":\"red\"}".getBytes(UTF_8));
            Views views = start(true, 1);
            assertThat(positions.of(View.CHANNELS)).isEqualTo(before);
            assertThat(positions.await(View.CHANNELS, before + 1, Duration.ofSeconds(3)))
                    .isFalse();
            assertThat(letters(views)).isEmpty();
            assertThat(views.ready()).isFalse();
        }
    }

    @Nested
    class The_books {

        @Test
        void stop_before_what_they_cannot_read_and_keep_nobody_else_waiting() throws InterruptedException {
            List<LedgerEvent> events = MoneyHistory.of(15, 3, 400);
            long good = ledger.publish(events.subList(0, 200));
            long poisoned = ledger.forge(POISONED, "EarningsFinalized", GARBAGE);
            long last = ledger.publish(events.subList(200, events.size()));
            Views views = start(true, 1);
            await().atMost(PATIENCE).until(() -> hasStopped(views, 1));
            assertThat(positions.of(View.JOURNAL)).isEqualTo(good).isEqualTo(poisoned - 1);
            assertThat(letters(views)).noneMatch(letter -> letter.group().equals(ViewGroup.BOOKS));
            awaitAll(View.BALANCES, last);
            assertThat(views.ready()).isTrue();
        }
    }

    @Nested
    class A_group {

        @Test
        void stops_where_nobody_can_tell_what_an_event_is_about() {
            ledger.publish(History.of(16, 2, 100));
            long unreadable = ledger.forge(new VideoId("v0"), "VideoDetailsChanged", GARBAGE);
            Views views = start(true, 1);
            // No document may go on that it might be about.
            await().atMost(PATIENCE).until(() -> hasStopped(views, 0) && views.ready());
            assertThat(positions.of(View.CHANNELS)).isEqualTo(unreadable - 1);
            assertThat(letters(views)).isEmpty();
        }
    }
}
