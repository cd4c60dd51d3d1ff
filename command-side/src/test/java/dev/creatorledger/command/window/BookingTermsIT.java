package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.Sent.impression;
import static dev.creatorledger.events.window.Outcome.NOT_ENROLLED;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static dev.creatorledger.events.window.Outcome.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.backfill.BackfillRegisterId;
import dev.creatorledger.command.backfill.CloseBackfill;
import dev.creatorledger.command.backfill.OpenBackfill;
import dev.creatorledger.command.channel.ChangeAdShare;
import dev.creatorledger.command.channel.SuspendAdProgramme;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Booking by the hour's terms, on a real store")
class BookingTermsIT {

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
    @DisplayName("A3, A4 The terms of the hour")
    class TermsOfTheHour {

        @Test
        void aChangeOfTheShareCountsFromTheFirstFullHourMoreThanFiveMinutesLater() {
            side.clock().set("2026-06-15T10:54:59.999Z");
            side.execute(new ChangeAdShare(CHANNEL, 7_000), CHANNEL);
            assertThat(sharesOf("2026-06-15T10:59:59Z", "2026-06-15T11:00:00Z")).containsExactly(5_000, 7_000);
        }

        @Test
        void fiveMinutesBeforeTheHourIsNotMoreThanFiveMinutes() {
            side.clock().set("2026-06-15T10:55:00Z");
            side.execute(new ChangeAdShare(CHANNEL, 7_000), CHANNEL);
            assertThat(sharesOf("2026-06-15T11:00:00Z", "2026-06-15T12:00:00Z")).containsExactly(5_000, 7_000);
        }

        @Test
        void aWindowOpenedLateHasTheShareOfItsHour() {
            side.execute(new ChangeAdShare(CHANNEL, 7_000), CHANNEL);
            side.clock().set("2026-06-16T09:00:00Z");
            assertThat(sharesOf("2026-06-15T10:00:00Z", "2026-06-15T11:00:00Z")).containsExactly(5_000, 7_000);
        }

        @Test
        void aSuspensionShutsTheHoursThatBeginLaterAndOpenWindowsGoOn() {
            side.clock().set("2026-06-15T10:50:00Z");
            side.execute(new SuspendAdProgramme(CHANNEL), CHANNEL);
            side.clock().set("2026-06-15T11:30:00Z");
            assertThat(Sent.to(
                            side,
                            impression("a", "v-1", "2026-06-15T10:59:59.999Z"),
                            impression("b", "v-1", "2026-06-15T11:00:00Z")))
                    .containsExactly(QUALIFIED, NOT_ENROLLED);
        }

        private List<Integer> sharesOf(String... shownAt) {
            side.clock()
                    .set(
                            Instant.parse(shownAt[shownAt.length - 1])
                                            .plusSeconds(1)
                                            .isAfter(side.clock().instant())
                                    ? shownAt[shownAt.length - 1]
                                    : side.clock().instant().toString());
            List<Integer> shares = new ArrayList<>();
            for (String at : shownAt) {
                Sent.to(side, impression("i", "v-1", at));
                List<ImpressionWindowOpened> opened = side.stored(ImpressionWindowOpened.class);
                shares.add(opened.get(opened.size() - 1).shareBps());
            }
            return shares;
        }
    }

    @Nested
    @DisplayName("A11 Under a backfill")
    class UnderABackfill {

        private final BackfillId backfill = new BackfillId("bf-1");

        @BeforeEach
        void anOpenBackfill() {
            side.execute(
                    new OpenBackfill(
                            backfill, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                    BackfillRegisterId.THE_ONE);
        }

        @Test
        void itsPeriodTakesImpressionsAndNothingElseDoes() {
            assertThat(Sent.to(
                            side,
                            "bf-1",
                            List.of(
                                    impression("a", "v-1", "2026-01-01T00:00:00Z"),
                                    impression("b", "v-1", "2026-01-31T23:59:59.999Z"),
                                    impression("c", "v-1", "2025-12-31T23:59:59.999Z"),
                                    impression("d", "v-1", "2026-02-01T00:00:00Z"),
                                    impression("e", "v-1", NOW))))
                    .containsExactly(QUALIFIED, QUALIFIED, TOO_LATE, TOO_LATE, TOO_LATE);
        }

        @Test
        void onceClosedEverythingIsTooLate() {
            List<Impression> batch = List.of(
                    impression("a", "v-1", "2026-01-10T00:00:00Z"), impression("b", "v-1", "2026-01-11T00:00:00Z"));
            Sent.to(side, "bf-1", batch.subList(0, 1));
            side.execute(new CloseBackfill(backfill), BackfillRegisterId.THE_ONE);
            assertThat(Sent.to(side, "bf-1", batch)).containsExactly(TOO_LATE, TOO_LATE);
        }

        @Test
        void anUnknownBackfillIsNotFound() {
            assertThatThrownBy(() -> Sent.to(side, "bf-2", List.of(impression("a", "v-1", NOW))))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }
}
