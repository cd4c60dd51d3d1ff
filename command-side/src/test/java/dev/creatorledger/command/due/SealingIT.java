package dev.creatorledger.command.due;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.backfill.BackfillRegisterId;
import dev.creatorledger.command.backfill.CloseBackfill;
import dev.creatorledger.command.backfill.OpenBackfill;
import dev.creatorledger.command.due.BackfillProgress.BackfillJson;
import dev.creatorledger.command.due.BackfillProgress.State;
import dev.creatorledger.command.window.Impressions;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Sealing what is due")
class SealingIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final BackfillId BACKFILL = new BackfillId("bf-1");

    private CommandSideOnPostgres side;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        side = CommandSideOnPostgres.at("2026-06-15T12:30:00Z");
        side.enrolled("ch-1", 5_000);
        side.original("v-1", "ch-1");
    }

    @AfterEach
    void end() {
        side.close();
    }

    @Nested
    @DisplayName("A8 In the ordinary course")
    class OrdinaryCourse {

        @BeforeEach
        void threeWindows() {
            Impressions.book(
                    side, null, "v-1", List.of("2026-06-15T12:00:00Z", "2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z"));
            await().atMost(SOON).until(() -> waiting() == 3);
        }

        @Test
        void happensAtTheTimeAndNotAMillisecondBefore() {
            side.clock().set("2026-06-16T10:59:59.999Z");
            side.part(SealingWorker.class).sealWhatIsDue();
            assertThat(sealedHours()).isEmpty();
            side.clock().set("2026-06-16T11:00:00Z");
            side.part(SealingWorker.class).sealWhatIsDue();
            assertThat(sealedHours()).containsExactly("2026-06-15T10:00:00Z");
            assertThat(finalHours()).containsExactly("2026-06-15T10:00:00Z");
        }

        @Test
        void makesTheTotalsFinalIncome() {
            side.clock().set("2026-06-16T11:00:00Z");
            await().atMost(SOON).until(() -> !finalHours().isEmpty());
            assertThat(side.stored(EarningsFinalized.class)).singleElement().satisfies(event -> {
                assertThat(event.qualified()).isEqualTo(1);
                assertThat(event.net()).isEqualTo(Money.rialMicros(1_000_000));
                assertThat(event.creatorPart()).isEqualTo(Money.rialMicros(500_000));
                assertThat(event.platformPart()).isEqualTo(Money.rialMicros(500_000));
            });
            assertThat(waiting()).isEqualTo(2);
        }

        @Test
        @DisplayName("B28 what fell due while the service was down is done in the order of due times")
        void isMadeUpForAfterAStandstillInTheOrderOfDueTimes() {
            side.stop();
            side.clock().set("2026-06-20T00:00:00Z");
            side.start();
            await().atMost(SOON).until(() -> finalHours().size() == 3);
            assertThat(sealedHours())
                    .containsExactly("2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z", "2026-06-15T12:00:00Z");
            assertThat(finalHours()).isEqualTo(sealedHours());
            assertThat(waiting()).isZero();
        }

        @Test
        void healsWhatACrashBetweenSealingAndFinalizingLeft() {
            side.commits().fail(2, 1);
            side.clock().set("2026-06-16T13:00:00Z");
            await().atMost(SOON).until(() -> waiting() == 0);
            assertThat(sealedHours()).hasSize(3).doesNotHaveDuplicates();
            assertThat(finalHours()).hasSize(3).doesNotHaveDuplicates();
        }

        @Test
        void isQuietWhenTheTableIsBehind() {
            side.clock().set("2026-06-16T13:00:00Z");
            await().atMost(SOON).until(() -> waiting() == 0);
            side.database()
                    .update("INSERT INTO due_window VALUES ('ch-1:2026-06-15T10', '2026-06-16T11:00:00Z', NULL)");
            await().atMost(SOON).until(() -> waiting() == 0);
            assertThat(sealedHours()).hasSize(3).doesNotHaveDuplicates();
            assertThat(finalHours()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("M1, A9 is never refused because of what the channel has already")
    void isNeverRefusedForWantOfRoom() {
        Impressions.bookLargest(
                side, "v-1", List.of("2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z", "2026-06-15T12:00:00Z"));
        await().atMost(SOON).until(() -> waiting() == 3);
        side.clock().set("2026-06-16T13:00:00Z");
        await().atMost(SOON).until(() -> waiting() == 0);
        Money half = Money.rialMicros(Long.MAX_VALUE / 2 + 1); // three of them are more than one amount holds
        assertThat(side.stored(EarningsFinalized.class))
                .extracting(EarningsFinalized::creatorPart)
                .containsExactly(half, half, half);
    }

    @Nested
    @DisplayName("A11 Under a backfill")
    class UnderABackfill {

        @BeforeEach
        void windowsOfABackfillAndOneOfTheOrdinaryCourse() {
            side.execute(
                    new OpenBackfill(
                            BACKFILL, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                    BackfillRegisterId.THE_ONE);
            Impressions.book(side, "bf-1", "v-1", List.of("2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z"));
            Impressions.book(side, null, "v-1", List.of("2026-06-15T12:00:00Z"));
        }

        @Test
        void theClockSealsNothing() {
            await().atMost(SOON).until(() -> waiting() == 3);
            side.part(SealingWorker.class).sealWhatIsDue();
            assertThat(sealedHours()).isEmpty();
            assertThat(state().state()).isEqualTo(State.OPEN);
            assertThat(state().windows().opened()).isEqualTo(2);
        }

        @Test
        void itsClosingSealsItsWindowsAtOnceAndNoOthers() {
            side.execute(new CloseBackfill(BACKFILL), BackfillRegisterId.THE_ONE);
            long position = side.part(BackfillSealing.class).sealWithin(BACKFILL, Duration.ofSeconds(20));
            assertThat(finalHours()).containsExactly("2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z");
            assertThat(position).isEqualTo(side.part(StoredEvents.class).head());
            assertThat(state().state()).isEqualTo(State.CLOSED);
            assertThat(state().windows().sealed()).isEqualTo(2);
        }

        @Test
        void whatItsClosingDidNotReachIsSealedInTheCourseOfThings() {
            side.execute(new CloseBackfill(BACKFILL), BackfillRegisterId.THE_ONE);
            await().atMost(SOON).until(() -> finalHours().size() == 2);
            assertThat(Impressions.outcome(side, "bf-1", "v-1", "2026-01-05T10:00:00Z"))
                    .isEqualTo("too_late");
        }

        @Test
        @DisplayName("a closing cut off between sealing and finalizing is finished by the next start")
        void itsClosingIsFinishedAfterACrashInItsMiddle() {
            // The closing and the sealing are stored; nothing is after them until the process has ended.
            side.commits().fail(Integer.MAX_VALUE, 2);
            side.execute(new CloseBackfill(BACKFILL), BackfillRegisterId.THE_ONE);
            await().atMost(SOON).until(() -> !sealedHours().isEmpty());
            assertThat(finalHours()).isEmpty();
            side.stop();
            side.commits().fail(0, 0);
            side.start();
            await().atMost(SOON).until(() -> finalHours().size() == 2);
            assertThat(sealedHours()).containsExactly("2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z");
            assertThat(finalHours()).containsExactlyElementsOf(sealedHours());
            assertThat(state().state()).isEqualTo(State.CLOSED);
        }

        private BackfillJson state() {
            return Objects.requireNonNull(side.part(BackfillProgress.class)
                    .answer("bf-1", new AtLeast(side.part(StoredEvents.class).head()), CALLER)
                    .getBody());
        }
    }

    private long waiting() {
        Long count = side.database().queryForObject("SELECT count(*) FROM due_window", Long.class);
        return Objects.requireNonNull(count);
    }

    private List<String> sealedHours() {
        return side.stored(ImpressionWindowSealed.class).stream()
                .map(event -> event.windowId().hour().toString())
                .toList();
    }

    private List<String> finalHours() {
        return side.stored(EarningsFinalized.class).stream()
                .map(event -> event.windowId().hour().toString())
                .toList();
    }
}
