package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.WindowScenario.BACKFILL;
import static dev.creatorledger.command.window.WindowScenario.DUE;
import static dev.creatorledger.command.window.WindowScenario.LAST_MOMENT;
import static dev.creatorledger.command.window.WindowScenario.WINDOW;
import static dev.creatorledger.command.window.WindowScenario.impression;
import static dev.creatorledger.command.window.WindowScenario.notQualified;
import static dev.creatorledger.command.window.WindowScenario.opened;
import static dev.creatorledger.command.window.WindowScenario.openedUnder;
import static dev.creatorledger.command.window.WindowScenario.outcomes;
import static dev.creatorledger.command.window.WindowScenario.qualified;
import static dev.creatorledger.command.window.WindowScenario.rial;
import static dev.creatorledger.command.window.WindowScenario.watched;
import static dev.creatorledger.command.window.WindowScenario.worth;
import static dev.creatorledger.events.window.Outcome.CONFLICT;
import static dev.creatorledger.events.window.Outcome.DUPLICATE;
import static dev.creatorledger.events.window.Outcome.INVALID;
import static dev.creatorledger.events.window.Outcome.NOT_QUALIFIED;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static dev.creatorledger.events.window.Outcome.TOO_LATE;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Booking impressions in a window")
class BookingImpressionsTest {

    @Test
    void aWindowIsOpenedOnTheTermsOfItsHour() {
        new AggregateTestFixture<>(ImpressionWindow.class)
                .givenNoPriorActivity()
                .when(new OpenWindow(WINDOW, 6_000, 3, BACKFILL))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new ImpressionWindowOpened(WINDOW, 6_000, 3, BACKFILL));
    }

    @Nested
    @DisplayName("A5 An impression qualifies if 4,000 ms were watched")
    class Qualifying {

        @Test
        void threeThousandNineHundredNinetyNineMillisecondsDoNot() {
            opened().whenBooking(watched("a", 3_999))
                    .expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(outcomes(NOT_QUALIFIED))
                    .expectEvents(notQualified(watched("a", 3_999)));
        }

        @Test
        void fourThousandMillisecondsDo() {
            opened().whenBooking(watched("a", 4_000))
                    .expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(outcomes(QUALIFIED))
                    .expectEvents(qualified(watched("a", 4_000)));
        }
    }

    @Nested
    @DisplayName("M3 The odd micro goes to the creator")
    class Splitting {

        @Test
        void ofOneMicroTheCreatorHasAll() {
            opened().whenBooking(worth("a", 1)).expectEvents(qualified(worth("a", 1), 1));
        }

        @Test
        void ofThreeMicrosTheCreatorHasTwo() {
            opened().whenBooking(worth("a", 3)).expectEvents(qualified(worth("a", 3), 2));
        }

        @Test
        void ofNothingTheCreatorHasNothing() {
            opened().whenBooking(worth("a", 0)).expectEvents(qualified(worth("a", 0), 0));
        }

        @Test
        void theShareOfTheHourCounts() {
            opened(7_001).whenBooking(worth("a", 1_000)).expectEvents(qualified(worth("a", 1_000), 701));
        }
    }

    @Nested
    @DisplayName("A6 The same id in the same window")
    class Repeats {

        @Test
        void isADuplicateIfAllFieldsAreEqual() {
            opened().after(qualified(impression("a")))
                    .whenBooking(impression("a"))
                    .expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(outcomes(DUPLICATE))
                    .expectNoEvents();
        }

        @Test
        void isADuplicateWithinOneBatchToo() {
            opened().whenBooking(impression("a"), impression("b"), impression("a"))
                    .expectResultMessagePayload(outcomes(QUALIFIED, QUALIFIED, DUPLICATE))
                    .expectEvents(qualified(impression("a")), qualified(impression("b")));
        }

        @Test
        void isADuplicateOfOneThatDidNotQualify() {
            opened().after(notQualified(watched("a", 10)))
                    .whenBooking(watched("a", 10))
                    .expectResultMessagePayload(outcomes(DUPLICATE))
                    .expectNoEvents();
        }

        @ParameterizedTest
        @MethodSource("dev.creatorledger.command.window.BookingImpressionsTest#changedInOneField")
        void isAConflictIfAnyFieldDiffers(Impression changed) {
            opened().after(qualified(impression("a")))
                    .whenBooking(changed)
                    .expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(outcomes(CONFLICT))
                    .expectNoEvents();
        }

        @Test
        void isAConflictEvenIfItWouldQualifyNow() {
            opened().after(notQualified(watched("a", 3_999)))
                    .whenBooking(watched("a", 4_000))
                    .expectResultMessagePayload(outcomes(CONFLICT));
        }
    }

    static Stream<Impression> changedInOneField() {
        Impression a = impression("a");
        return Stream.of(
                new Impression("a", new VideoId("v-2"), a.adId(), a.adType(), a.shownAt(), 5_000, a.netRevenue()),
                new Impression("a", a.videoId(), "ad-2", a.adType(), a.shownAt(), 5_000, a.netRevenue()),
                new Impression("a", a.videoId(), a.adId(), "MID_ROLL", a.shownAt(), 5_000, a.netRevenue()),
                new Impression(
                        "a", a.videoId(), a.adId(), a.adType(), a.shownAt().plusNanos(1), 5_000, a.netRevenue()),
                new Impression("a", a.videoId(), a.adId(), a.adType(), a.shownAt(), 5_001, a.netRevenue()),
                new Impression("a", a.videoId(), a.adId(), a.adType(), a.shownAt(), 5_000, rial(1)));
    }

    @Nested
    @DisplayName("M1 A total that cannot be counted exactly")
    class Overflow {

        @Test
        void takesNothingOverTheMost() {
            opened().after(qualified(worth("a", Long.MAX_VALUE - 1), Long.MAX_VALUE / 2))
                    .whenBooking(worth("b", 2), worth("c", 1))
                    .expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(outcomes(INVALID, QUALIFIED))
                    .expectEvents(qualified(worth("c", 1), 1));
        }
    }

    @Nested
    @DisplayName("A8 The clock closes a window 24 h after the end of its hour")
    class Closing {

        @Test
        void aMillisecondBeforeItTakesImpressions() {
            opened().at(LAST_MOMENT).whenBooking(impression("a")).expectResultMessagePayload(outcomes(QUALIFIED));
        }

        @Test
        void fromThatMomentEverythingIsTooLate() {
            opened().after(qualified(impression("a")))
                    .at(DUE)
                    .whenBooking(impression("a"), impression("b"))
                    .expectResultMessagePayload(outcomes(TOO_LATE, TOO_LATE))
                    .expectNoEvents();
        }

        @Test
        void aSealedWindowTakesNothingWhateverTheClockSays() {
            opened().after(sealedEmpty())
                    .whenBooking(impression("a"))
                    .expectResultMessagePayload(outcomes(TOO_LATE))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("A11 Under a backfill")
    class UnderABackfill {

        @Test
        void itsOwnWindowsTakeImpressionsAtAnyTime() {
            openedUnder(BACKFILL)
                    .at("2027-01-01T00:00:00Z")
                    .whenBookingUnder(BACKFILL, impression("a"))
                    .expectResultMessagePayload(outcomes(QUALIFIED));
        }

        @Test
        void windowsOfTheOrdinaryCourseTakeNone() {
            opened().whenBookingUnder(BACKFILL, impression("a")).expectResultMessagePayload(outcomes(TOO_LATE));
        }

        @Test
        void windowsOfAnotherBackfillTakeNone() {
            openedUnder(new BackfillId("other"))
                    .whenBookingUnder(BACKFILL, impression("a"))
                    .expectResultMessagePayload(outcomes(TOO_LATE));
        }

        @Test
        void sealedWindowsTakeNone() {
            openedUnder(BACKFILL)
                    .after(sealedEmpty())
                    .whenBookingUnder(BACKFILL, impression("a"))
                    .expectResultMessagePayload(outcomes(TOO_LATE));
        }

        @Test
        void whatComesWithoutItIsTooLateByTheClock() {
            openedUnder(BACKFILL).at(DUE).whenBooking(impression("a")).expectResultMessagePayload(outcomes(TOO_LATE));
        }
    }

    @Test
    @DisplayName("C4 A copy is reported under its original")
    void aCopyIsReportedUnderItsOriginal() {
        Impression it = impression("a");
        VideoId original = new VideoId("original");
        opened().when(new BookImpressions(
                        WINDOW, null, List.of(new CreditedImpression(it, ImpressionDigest.of(it), original))))
                .expectEvents(new ImpressionQualified(
                        WINDOW,
                        "a",
                        it.videoId(),
                        original,
                        it.adId(),
                        it.adType(),
                        it.shownAt(),
                        it.watchedMillis(),
                        it.netRevenue(),
                        rial(500_000_000)));
    }

    private static ImpressionWindowSealed sealedEmpty() {
        return new ImpressionWindowSealed(WINDOW, 0, 0, rial(0), rial(0), rial(0), 5_000, 1, "root");
    }
}
