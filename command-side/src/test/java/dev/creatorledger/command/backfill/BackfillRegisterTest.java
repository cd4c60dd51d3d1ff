package dev.creatorledger.command.backfill;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.platform.refusal.ErrorCode.BACKFILL_CLOSED;
import static dev.creatorledger.platform.refusal.ErrorCode.BACKFILL_FIXED;
import static dev.creatorledger.platform.refusal.ErrorCode.BACKFILL_OVERLAPS;
import static dev.creatorledger.platform.refusal.ErrorCode.BACKFILL_PERIOD_INVALID;
import static dev.creatorledger.platform.refusal.ErrorCode.NOT_FOUND;

import dev.creatorledger.events.backfill.BackfillEvent;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillClosed;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillOpened;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.platform.policy.DefaultPolicies;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillRegisterTest {

    private static final BackfillId OUTAGE = new BackfillId("outage");
    private static final BackfillId HISTORY = new BackfillId("history");
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    private static ResultValidator<BackfillRegister> when(Object command, BackfillEvent... past) {
        return new AggregateTestFixture<>(BackfillRegister.class)
                .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
                .registerInjectableResource(new DefaultPolicies())
                .given(List.of(past))
                .when(command);
    }

    private static OpenBackfill open(BackfillId id, String from, String to) {
        return new OpenBackfill(id, Instant.parse(from), Instant.parse(to));
    }

    private static BackfillOpened opened(BackfillId id, String from, String to) {
        return new BackfillOpened(id, Instant.parse(from), Instant.parse(to));
    }

    private static final BackfillOpened OPENED = opened(OUTAGE, "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z");
    private static final BackfillClosed CLOSED = new BackfillClosed(OUTAGE);

    @Nested
    @DisplayName("A11 A backfill is opened")
    class Opening {

        @Test
        void forAPastPeriod() {
            when(open(OUTAGE, "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(OPENED)
                    .expectResultMessagePayload(true);
        }

        @Test
        void onceOnly_aRepeatIsQuiet() {
            when(open(OUTAGE, "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"), OPENED)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents()
                    .expectResultMessagePayload(false);
        }

        @Test
        void forOnePeriodOnly() {
            when(open(OUTAGE, "2026-06-01T00:00:00Z", "2026-06-04T00:00:00Z"), OPENED)
                    .expectNoEvents()
                    .expectException(refused(BACKFILL_FIXED));
        }

        @Test
        void neverAgainOnceItIsClosed() {
            when(open(OUTAGE, "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"), OPENED, CLOSED)
                    .expectNoEvents()
                    .expectException(refused(BACKFILL_CLOSED));
        }

        @Test
        void ifThePeriodEndedExactly24HoursAgo() {
            when(open(OUTAGE, "2026-06-14T09:00:00Z", "2026-06-14T10:00:00Z"))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(opened(OUTAGE, "2026-06-14T09:00:00Z", "2026-06-14T10:00:00Z"));
        }

        @ParameterizedTest(name = "not for {0} to {1}")
        @CsvSource({
            "2026-06-14T10:00:00Z, 2026-06-14T11:00:00Z",
            "2026-06-14T10:00:00Z, 2026-06-16T00:00:00Z",
            "2026-06-03T00:00:00Z, 2026-06-03T00:00:00Z",
            "2026-06-03T00:00:00Z, 2026-06-02T00:00:00Z",
            "2026-06-01T00:30:00Z, 2026-06-02T00:00:00Z",
            "2026-06-01T00:00:00Z, 2026-06-02T00:00:00.001Z"
        })
        void ifThePeriodIsPastAndOfFullHours(String from, String to) {
            when(open(OUTAGE, from, to)).expectNoEvents().expectException(refused(BACKFILL_PERIOD_INVALID));
        }
    }

    @Nested
    @DisplayName("A11 Open backfills do not overlap")
    class Overlapping {

        @ParameterizedTest(name = "{0} to {1}")
        @CsvSource({
            "2026-06-01T00:00:00Z, 2026-06-03T00:00:00Z",
            "2026-05-01T00:00:00Z, 2026-06-01T01:00:00Z",
            "2026-06-02T23:00:00Z, 2026-06-05T00:00:00Z",
            "2026-05-01T00:00:00Z, 2026-06-05T00:00:00Z",
            "2026-06-01T05:00:00Z, 2026-06-01T06:00:00Z"
        })
        void byOneHour(String from, String to) {
            when(open(HISTORY, from, to), OPENED).expectNoEvents().expectException(refused(BACKFILL_OVERLAPS));
        }

        @ParameterizedTest(name = "{0} to {1}")
        @CsvSource({"2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z, 2026-06-05T00:00:00Z"})
        void butMayTouch(String from, String to) {
            when(open(HISTORY, from, to), OPENED)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(opened(HISTORY, from, to));
        }

        @Test
        void withAClosedOneTheyMay() {
            when(open(HISTORY, "2026-05-01T00:00:00Z", "2026-06-05T00:00:00Z"), OPENED, CLOSED)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(opened(HISTORY, "2026-05-01T00:00:00Z", "2026-06-05T00:00:00Z"));
        }
    }

    @Nested
    @DisplayName("A11 A backfill is closed")
    class Closing {

        @Test
        void byItsId() {
            when(new CloseBackfill(OUTAGE), OPENED)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(CLOSED);
        }

        @Test
        void onceOnly_closingAgainIsQuiet() {
            when(new CloseBackfill(OUTAGE), OPENED, CLOSED)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void ifThereIsOne() {
            when(new CloseBackfill(HISTORY), OPENED).expectNoEvents().expectException(refused(NOT_FOUND));
            when(new CloseBackfill(HISTORY)).expectNoEvents().expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    @DisplayName("A11 A backfill can be asked for its period")
    class Asking {

        @Test
        void andState() {
            when(new AskBackfill(OUTAGE), OPENED)
                    .expectNoEvents()
                    .expectResultMessagePayload(new BackfillState(OUTAGE, OPENED.from(), OPENED.to(), true));
            when(new AskBackfill(OUTAGE), OPENED, CLOSED)
                    .expectNoEvents()
                    .expectResultMessagePayload(new BackfillState(OUTAGE, OPENED.from(), OPENED.to(), false));
            when(new AskBackfill(HISTORY), OPENED).expectNoEvents().expectException(refused(NOT_FOUND));
        }
    }
}
