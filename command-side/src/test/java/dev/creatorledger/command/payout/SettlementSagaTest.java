package dev.creatorledger.command.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.command.saga.SagaCommands;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.FixtureConfiguration;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P6 The saga of a settlement")
class SettlementSagaTest {

    private static final PayoutId ID = new PayoutId("p-1");
    private static final Instant APPROVED_AT = Instant.parse("2026-06-15T10:00:00Z");
    private static final SettlementTerms TERMS = SettlementTerms.of(
            APPROVED_AT, new BusinessCalendar("IR", 1, Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), Set.of()), 7, 5);
    private static final Instant WARN_AT = TERMS.warnAt();
    private static final Instant DEADLINE = TERMS.deadline();
    private static final PayoutApproved APPROVED = new PayoutApproved(ID, APPROVED_AT, TERMS, 1);
    private static final SettlementDeadlineReached TO_WARN = new SettlementDeadlineReached(ID, WARN_AT);
    private static final SettlementDeadlineReached TO_MISS = new SettlementDeadlineReached(ID, DEADLINE);

    private final List<Object> told = new ArrayList<>();
    private final FixtureConfiguration fixture = new SagaTestFixture<>(SettlementSaga.class);
    private @Nullable ErrorCode refusal;

    @BeforeEach
    void listen() {
        fixture.registerResource((SagaCommands) (command, target) -> {
            assertThat(target).isEqualTo(ID);
            told.add(command);
            if (refusal != null) {
                throw new Refusal(refusal, "as the test wants it");
            }
        });
    }

    private ContinuedGivenState approved() {
        return fixture.givenCurrentTime(APPROVED_AT).andThenAPublished(APPROVED);
    }

    private FixtureExecutionResult wellDone(FixtureExecutionResult result, int timesTold, int sagas) {
        assertThat(told).hasSize(timesTold).allMatch(new WatchDeadline(ID)::equals);
        return result.expectSuccessfulHandlerExecution().expectActiveSagas(sagas);
    }

    @Test
    void asksForBothTimesWhenThePayoutIsApproved() {
        wellDone(fixture.givenCurrentTime(APPROVED_AT).whenPublishingA(APPROVED), 0, 1)
                .expectScheduledEvent(WARN_AT, TO_WARN)
                .expectScheduledEvent(DEADLINE, TO_MISS);
    }

    @Test
    void asksForNothingMoreWhenTheApprovalIsDeliveredAgain() {
        wellDone(approved().andThenAPublished(APPROVED).whenTimeAdvancesTo(DEADLINE), 2, 0)
                .expectNoScheduledEvents();
    }

    @Test
    void isOnlyForItsOwnPayout() {
        PayoutSettled another = new PayoutSettled(new PayoutId("p-2"), "BR-1", APPROVED_AT, null);
        wellDone(approved().whenPublishingA(another), 0, 1).expectScheduledEvent(DEADLINE, TO_MISS);
    }

    @Nested
    @DisplayName("woken up")
    class WokenUp {

        @Test
        void notAMomentTooEarly() {
            wellDone(approved().whenTimeAdvancesTo(WARN_AT.minusNanos(1)), 0, 1).expectScheduledEvent(WARN_AT, TO_WARN);
        }

        @Test
        void forTheWarningHasThePayoutLookAndWaitsForTheDeadline() {
            wellDone(approved().whenTimeAdvancesTo(WARN_AT), 1, 1).expectScheduledEvent(DEADLINE, TO_MISS);
        }

        @Test
        void forTheDeadlineHasThePayoutLookAgainAndEnds() {
            wellDone(approved().whenTimeAdvancesTo(DEADLINE), 2, 0).expectNoScheduledEvents();
        }

        @Test
        void longAfterBothHasItLookAndEndsAllTheSame() {
            wellDone(approved().whenTimeElapses(Duration.ofDays(60)), 2, 0).expectNoScheduledEvents();
        }

        @Test
        void twiceForTheWarningStillWaitsForTheDeadline() {
            wellDone(approved().andThenAPublished(TO_WARN).whenPublishingA(TO_WARN), 2, 1)
                    .expectScheduledEvent(DEADLINE, TO_MISS);
        }

        @Test
        void forTheDeadlineFirstStillWaitsForTheWarning() {
            wellDone(approved().whenPublishingA(TO_MISS), 1, 1).expectScheduledEvent(WARN_AT, TO_WARN);
        }

        @Test
        void onceMoreAfterItsEndDoesNothing() throws Exception {
            wellDone(approved().andThenTimeAdvancesTo(DEADLINE).whenPublishingA(TO_MISS), 2, 0)
                    .expectNoScheduledEvents();
        }

        @Test
        void takesARefusalForAnAnswer() {
            refusal = ErrorCode.NOT_FOUND;
            wellDone(approved().whenTimeAdvancesTo(DEADLINE), 2, 0).expectNoScheduledEvents();
        }

        @Test
        void doesNotTakeAStoreThatIsAwayForAnAnswer() {
            refusal = ErrorCode.UNAVAILABLE;
            FixtureExecutionResult result = approved().whenPublishingA(TO_WARN);
            assertThatThrownBy(result::expectSuccessfulHandlerExecution).isInstanceOf(AxonAssertionError.class);
            result.expectActiveSagas(1);
        }
    }

    static List<Object> ends() {
        return List.of(
                new PayoutSettled(ID, "BR-1", APPROVED_AT, null),
                new PayoutCancelled(ID, APPROVED_AT),
                new PayoutFailed(ID, "account closed", APPROVED_AT));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void cancelsBothAndEndsWithItsPayout(Object end) {
        wellDone(approved().whenPublishingA(end), 0, 0).expectNoScheduledEvents();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void cancelsTheDeadlineIfThePayoutEndsAfterItsWarning(Object end) throws Exception {
        wellDone(approved().andThenTimeAdvancesTo(WARN_AT).whenPublishingA(end), 1, 0)
                .expectNoScheduledEvents();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void hearsNothingMoreOfAPayoutThatEnded(Object end) {
        wellDone(approved().andThenAPublished(end).whenPublishingA(TO_MISS), 0, 0)
                .expectNoScheduledEvents();
    }

    @Test
    void isNotMovedByADeadlineThatTheTablesWatchSawFirst() {
        wellDone(approved().whenPublishingA(new PayoutDeadlineMissed(ID, DEADLINE)), 0, 1)
                .expectScheduledEvent(DEADLINE, TO_MISS);
    }

    @Test
    void isGoneBeforeALateSettlement() throws Exception {
        Instant late = DEADLINE.plusSeconds(1);
        wellDone(
                        approved()
                                .andThenTimeAdvancesTo(DEADLINE)
                                .whenPublishingA(new PayoutSettled(ID, "BR-1", late, 1)),
                        2,
                        0)
                .expectNoScheduledEvents();
    }
}
