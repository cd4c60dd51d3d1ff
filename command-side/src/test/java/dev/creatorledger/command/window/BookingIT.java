package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.Sent.impression;
import static dev.creatorledger.command.window.Sent.many;
import static dev.creatorledger.events.window.Outcome.DUPLICATE;
import static dev.creatorledger.events.window.Outcome.IN_FUTURE;
import static dev.creatorledger.events.window.Outcome.NOT_ENROLLED;
import static dev.creatorledger.events.window.Outcome.NOT_QUALIFIED;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static dev.creatorledger.events.window.Outcome.TOO_LATE;
import static dev.creatorledger.events.window.Outcome.UNKNOWN_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.config.AggregateCache;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchEvent.Tally;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Booking batches on a real store")
class BookingIT {

    private static final String NOW = "2026-06-15T10:30:00Z";
    private static final ChannelId CHANNEL = new ChannelId("ch-1");

    private CommandSideOnPostgres side;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        side = CommandSideOnPostgres.at(NOW);
        side.enrolled("ch-1", 5_000);
        side.original("v-1", "ch-1");
    }

    @AfterEach
    void end() {
        side.close();
    }

    @Nested
    @DisplayName("A6 Each impression has the first outcome that applies")
    class Outcomes {

        @Test
        void ofAllThatCanBe() {
            side.registered("ch-2");
            side.original("v-2", "ch-2");
            assertThat(Sent.to(
                            side,
                            impression("a", "v-1", NOW),
                            impression("a", "v-1", NOW),
                            impression("b", "v-1", NOW, 3_999, 1),
                            impression("c", "v-1", "2026-06-15T10:35:00.001Z"),
                            impression("d", "v-1", "2026-06-15T10:35:00Z"),
                            impression("e", "nobodys", NOW),
                            impression("f", "v-2", NOW),
                            impression("g", "v-2", "2026-06-01T00:00:00Z"),
                            impression("h", "v-1", "2026-06-14T09:59:59.999Z"),
                            impression("i", "v-1", "2026-06-14T10:00:00Z")))
                    .containsExactly(
                            QUALIFIED,
                            DUPLICATE,
                            NOT_QUALIFIED,
                            IN_FUTURE,
                            QUALIFIED,
                            UNKNOWN_VIDEO,
                            NOT_ENROLLED,
                            NOT_ENROLLED,
                            TOO_LATE,
                            QUALIFIED);
        }

        @Test
        void theSameIdInAnotherWindowIsAnotherImpression() {
            assertThat(Sent.to(side, impression("a", "v-1", NOW), impression("a", "v-1", "2026-06-15T09:30:00Z")))
                    .containsExactly(QUALIFIED, QUALIFIED);
        }

        @Test
        @DisplayName("C4 a copy earns for the channel of its original, under the original")
        void aCopyEarnsForTheOriginal() {
            side.registered("ch-2");
            side.copy("copy", "ch-2", "v-1");
            side.copy("copy-of-copy", "ch-2", "copy");
            assertThat(Sent.to(side, impression("a", "copy-of-copy", NOW))).containsExactly(QUALIFIED);
            ImpressionQualified stored = side.stored(ImpressionQualified.class).get(0);
            assertThat(stored.windowId().channelId()).isEqualTo(CHANNEL);
            assertThat(stored.videoId().value()).isEqualTo("copy-of-copy");
            assertThat(stored.creditedVideoId()).hasToString("video:v-1");
        }
    }

    @Nested
    @DisplayName("A10 What is not booked leaves one summary per batch and credited channel")
    class Summaries {

        @Test
        void withCountAndAmountPerOutcome() {
            Sent.to(side, impression("a", "v-1", NOW, 5_000, 10));
            Sent.to(
                    side,
                    impression("a", "v-1", NOW, 5_000, 10),
                    impression("a", "v-1", NOW, 5_000, 11),
                    impression("a", "v-1", NOW, 5_000, 10),
                    impression("b", "nobodys", NOW, 5_000, 7));
            List<ImpressionsSetAside> stored = side.stored(ImpressionsSetAside.class);
            assertThat(stored).hasSize(2);
            assertThat(stored.get(0).channelId()).isNull();
            assertThat(stored.get(0).tallies()).containsExactly(new Tally(UNKNOWN_VIDEO, 1, Money.rialMicros(7)));
            assertThat(stored.get(1).channelId()).isEqualTo(CHANNEL);
            assertThat(stored.get(1).tallies())
                    .containsExactly(
                            new Tally(DUPLICATE, 2, Money.rialMicros(20)),
                            new Tally(Outcome.CONFLICT, 1, Money.rialMicros(11)));
            assertThat(stored.get(0).batchId()).isNotEqualTo(stored.get(1).batchId());
        }

        @Test
        void andNothingIfEverythingIsBooked() {
            Sent.to(side, impression("a", "v-1", NOW), impression("b", "v-1", NOW, 1, 1));
            assertThat(side.stored(ImpressionsSetAside.class)).isEmpty();
        }
    }

    @Nested
    @DisplayName("A7 Exactly once")
    class ExactlyOnce {

        @Test
        void fromConcurrentClientsWithOverlappingBatches() throws Exception {
            List<Impression> all = many("i", 0, 2_000, "v-1", NOW);
            ExecutorService clients = Executors.newFixedThreadPool(8);
            List<Future<List<Outcome>>> answers = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                List<Impression> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(client));
                for (int i = 0; i < shuffled.size(); i += 250) {
                    List<Impression> batch = shuffled.subList(i, i + 250);
                    answers.add(clients.submit(() -> Sent.to(side, null, batch)));
                }
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<List<Outcome>> answer : answers) {
                outcomes.addAll(answer.get());
            }
            clients.shutdown();
            assertThat(Sent.counts(outcomes)).isEqualTo(Map.of(QUALIFIED, 2_000L, DUPLICATE, 14_000L));
            List<ImpressionQualified> stored = side.stored(ImpressionQualified.class);
            assertThat(stored).hasSize(2_000);
            assertThat(new HashSet<>(stored.stream()
                            .map(ImpressionQualified::impressionId)
                            .toList()))
                    .hasSize(2_000);
        }

        @Test
        void acrossARestart() {
            Sent.to(side, null, many("i", 0, 100, "v-1", NOW));
            side.restart();
            assertThat(Sent.counts(Sent.to(side, null, many("i", 50, 150, "v-1", NOW))))
                    .isEqualTo(Map.of(QUALIFIED, 50L, DUPLICATE, 50L));
        }
    }

    @Nested
    @DisplayName("A commit that fails")
    class FailingCommit {

        @Test
        void isTriedOnceMoreAndNobodyNotices() {
            side.commits().fail(1, 1);
            assertThat(Sent.counts(Sent.to(side, null, many("i", 0, 100, "v-1", NOW))))
                    .isEqualTo(Map.of(QUALIFIED, 100L));
            assertThat(side.stored(ImpressionQualified.class)).hasSize(100);
        }

        @Test
        void twiceIsUnavailableAndLeavesNothingBehind() {
            Sent.to(side, null, many("i", 0, 10, "v-1", NOW));
            side.commits().fail(2, 0);
            assertThatThrownBy(() -> Sent.to(side, null, many("i", 5, 15, "v-1", NOW)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(side.part(AggregateCache.class).has("window:ch-1:2026-06-15T10"))
                    .isFalse();
            assertThat(Sent.counts(Sent.to(side, null, many("i", 5, 15, "v-1", NOW))))
                    .isEqualTo(Map.of(QUALIFIED, 5L, DUPLICATE, 5L));
            assertThat(side.stored(ImpressionQualified.class)).hasSize(15);
        }

        @Test
        void betweenOpeningAndBookingLeavesAWindowThatTakesTheNextBatch() {
            side.commits().fail(2, 1);
            assertThatThrownBy(() -> Sent.to(side, impression("a", "v-1", NOW))).isInstanceOf(Refusal.class);
            assertThat(side.stored(ImpressionWindowOpened.class)).hasSize(1);
            side.restart();
            assertThat(Sent.to(side, impression("a", "v-1", NOW))).containsExactly(QUALIFIED);
            assertThat(side.stored(ImpressionWindowOpened.class)).hasSize(1);
        }
    }

    @Test
    @DisplayName("U1 every event tells who caused it and which command")
    void everyEventTellsItsCause() {
        Sent.to(side, impression("a", "v-1", NOW), impression("a", "v-1", NOW));
        assertThat(side.raw().stream()
                        .filter(event -> event.type().startsWith("Impression"))
                        .map(event -> new String(event.metadata(), java.nio.charset.StandardCharsets.UTF_8)))
                .hasSize(3)
                .allSatisfy(metadata -> assertThat(metadata)
                        .contains("\"actor\":\"tester\"", "\"correlationId\":\"test-1\"", "\"causationId\":\""));
    }

    @Test
    void anEmptyBatchIsAnsweredWithThePositionOfTheStore() {
        long before =
                Sent.booked(side, null, List.of(impression("a", "v-1", NOW))).position();
        assertThat(Sent.booked(side, null, List.of()).position()).isEqualTo(before);
    }
}
