package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.command.saga.SagaCommands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.events.wakeup.WakeUp.ProgrammeExpiryReached;
import dev.creatorledger.platform.policy.DefaultPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.FixtureConfiguration;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B25, B27 The saga of a programme that is paused or terminated")
class ProgrammeTerminationSagaTest {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final Instant PAUSED_AT = Instant.parse("2026-06-15T10:00:00Z");
    private static final Instant END = PAUSED_AT.plus(Duration.ofDays(120));
    private static final ProgrammeEvidence EVIDENCE = new ProgrammeEvidence("IR", false, 1, 0, 0, null, false, 1);
    private static final MembershipProgrammePaused PAUSED =
            new MembershipProgrammePaused(CHANNEL, 2, PauseCause.CHANNEL_TERMINATED, PAUSED_AT);
    private static final MembershipProgrammeResumed RESUMED =
            new MembershipProgrammeResumed(CHANNEL, 3, EVIDENCE, PAUSED_AT.plusSeconds(60));
    private static final MembershipProgrammeTerminated TERMINATED =
            new MembershipProgrammeTerminated(CHANNEL, 3, EndReason.PAUSE_EXPIRED, END);
    private static final ProgrammeExpiryReached CALL = new ProgrammeExpiryReached(CHANNEL, END);

    private final List<Object> told = new ArrayList<>();
    private final FixtureConfiguration fixture = new SagaTestFixture<>(ProgrammeTerminationSaga.class);

    @BeforeEach
    void listen() {
        fixture.registerResource(new DefaultPolicies());
        fixture.registerResource((SagaCommands) (command, target) -> {
            assertThat(target).isEqualTo(CHANNEL);
            told.add(command);
        });
    }

    private ContinuedGivenState paused() {
        return fixture.givenCurrentTime(PAUSED_AT).andThenAPublished(PAUSED);
    }

    private FixtureExecutionResult wellDone(FixtureExecutionResult result, int timesTold, int sagas) {
        assertThat(told).hasSize(timesTold).allMatch(new WatchPause(CHANNEL)::equals);
        return result.expectSuccessfulHandlerExecution().expectActiveSagas(sagas);
    }

    @Test
    void asksToBeWokenAfter120Days() {
        wellDone(fixture.givenCurrentTime(PAUSED_AT).whenPublishingA(PAUSED), 0, 1)
                .expectScheduledEvent(END, CALL);
    }

    @Test
    void asksForNothingMoreWhenThePauseIsDeliveredAgain() {
        wellDone(paused().andThenAPublished(PAUSED).whenTimeAdvancesTo(END), 1, 1)
                .expectNoScheduledEvents();
    }

    @Test
    void hasTheProgrammeLookWhenItIsTime() {
        wellDone(paused().whenTimeAdvancesTo(END), 1, 1).expectNoScheduledEvents();
    }

    @Test
    void isQuietUntilThen() {
        wellDone(paused().whenTimeAdvancesTo(END.minusMillis(1)), 0, 1).expectScheduledEvent(END, CALL);
    }

    @Test
    void sleepsOnceTheProgrammeIsResumed() {
        wellDone(paused().whenPublishingA(RESUMED), 0, 0).expectNoScheduledEvents();
    }

    @Test
    void onlyAsksAgainIfTheCallIsDeliveredTwice() throws Exception {
        wellDone(paused().andThenTimeAdvancesTo(END).whenPublishingA(CALL), 2, 1);
    }

    @Test
    void waitsForTheRefundsOfATermination() {
        wellDone(paused().whenPublishingA(TERMINATED), 0, 1).expectNoScheduledEvents();
    }

    @Test
    void endsWithTheLastRefund() {
        wellDone(paused().andThenAPublished(TERMINATED).whenPublishingA(new MembershipRefundsBooked(CHANNEL, 3)), 0, 0);
    }

    @Test
    void alsoAccompaniesAProgrammeThatIsTerminatedWithoutAPause() {
        wellDone(fixture.givenNoPriorActivity().whenPublishingA(TERMINATED), 0, 1);
    }

    @Test
    void isOnlyForItsOwnChannel() {
        MembershipProgrammeTerminated another =
                new MembershipProgrammeTerminated(new ChannelId("ch-2"), 1, EndReason.FRAUD, END);
        wellDone(paused().whenPublishingA(another), 0, 2).expectScheduledEvent(END, CALL);
    }
}
