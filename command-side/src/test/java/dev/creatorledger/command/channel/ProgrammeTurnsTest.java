package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.suspension;
import static dev.creatorledger.command.channel.ProgrammeScenario.EXPIRED;
import static dev.creatorledger.command.channel.ProgrammeScenario.PAUSED;
import static dev.creatorledger.command.channel.ProgrammeScenario.VIOLATION;
import static dev.creatorledger.command.channel.ProgrammeScenario.closed;
import static dev.creatorledger.command.channel.ProgrammeScenario.enabled;
import static dev.creatorledger.command.channel.ProgrammeScenario.enabling;
import static dev.creatorledger.command.channel.ProgrammeScenario.ending;
import static dev.creatorledger.command.channel.ProgrammeScenario.on;
import static dev.creatorledger.command.channel.ProgrammeScenario.opened;
import static dev.creatorledger.command.channel.ProgrammeScenario.paused;
import static dev.creatorledger.command.channel.ProgrammeScenario.resumed;
import static dev.creatorledger.command.channel.ProgrammeScenario.resuming;
import static dev.creatorledger.command.channel.ProgrammeScenario.terminated;
import static dev.creatorledger.platform.refusal.Violation.condition;

import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeCommand.BookRefundsOfTurn;
import dev.creatorledger.command.channel.ProgrammeCommand.EndMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("The turns of a membership programme")
class ProgrammeTurnsTest {

    private static final Instant RESUMED = PAUSED.plus(Duration.ofDays(1));
    private static final Instant SHUT_FROM = Instant.parse("2026-06-15T11:00:00Z");
    private static final MembershipRefundsBooked BOOKED = new MembershipRefundsBooked(CHANNEL, 2);

    /** A pause whose only cause is closed; it goes on until somebody resumes. */
    private static ChannelScenario pausedWithoutACause() {
        return paused().after(closed(VIOLATION, Opener.OPERATOR, PAUSED.plusSeconds(60)));
    }

    private static void quiet(ChannelScenario channel, Object command) {
        channel.when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Nested
    @DisplayName("B22 Leaving a pause")
    class Resuming {

        @Test
        void isACommandOnceEveryCauseIsClosed() {
            pausedWithoutACause()
                    .when(resuming())
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(resumed(3, RESUMED));
        }

        @Test
        void isRefusedWhileACauseIsOpen() {
            paused().when(resuming())
                    .expectNoEvents()
                    .expectException(
                            refused(ErrorCode.NOT_ELIGIBLE, condition("CAUSES", List.of(), List.of(VIOLATION))));
        }

        @Test
        void checksTheOtherConditionsAgain() {
            pausedWithoutACause()
                    .after(suspension("2026-02-10T10:00:00Z"))
                    .when(resuming())
                    .expectNoEvents()
                    .expectException(refused(ErrorCode.NOT_ELIGIBLE, condition("ENROLLED", "ENROLLED", "SUSPENDED")));
        }

        @Test
        void isNotEnabling() {
            pausedWithoutACause().when(enabling()).expectException(refused(ErrorCode.PROGRAMME_PAUSED));
        }

        @Test
        void isQuietWhenRepeated() {
            quiet(pausedWithoutACause().after(resumed(3, RESUMED)), resuming());
        }

        @Test
        void isForAPausedProgrammeAlone() {
            enrolled().when(resuming()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_PROGRAMME_STATE));
            ending().when(resuming()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_PROGRAMME_STATE));
        }
    }

    @Nested
    @DisplayName("B24, B25 A pause of 120 times 24 hours ends the programme")
    class Expiring {

        @Test
        void atThatInstantAndNotANanosecondEarlier() {
            quiet(paused().at(EXPIRED.minusNanos(1)), new WatchPause(CHANNEL));
            paused().at(EXPIRED)
                    .when(new WatchPause(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED));
        }

        @Test
        void evenIfEveryCauseIsClosed() {
            pausedWithoutACause()
                    .at(EXPIRED)
                    .when(new WatchPause(CHANNEL))
                    .expectEvents(terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED));
        }

        @Test
        @DisplayName("B28 as of its time, whoever asks first and however much later")
        void asOfItsTime() {
            paused().at(EXPIRED.plus(Duration.ofDays(30)))
                    .when(new AskProgramme(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED));
        }

        @Test
        void beforeAnythingElseIsDecided() {
            ChannelScenario expired = pausedWithoutACause().at(EXPIRED);
            expired.when(resuming()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_PROGRAMME_STATE));
            expired.when(enabling()).expectException(refused(ErrorCode.PROGRAMME_ENDING));
            expired.when(new EndMemberships(CHANNEL, EndReason.FRAUD))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED));
            expired.when(new OpenPauseCause(CHANNEL, PauseCause.CHANNEL_TERMINATED))
                    .expectEvents(
                            terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED),
                            opened(PauseCause.CHANNEL_TERMINATED, Opener.OPERATOR, EXPIRED));
        }

        @Test
        void isCountedFromTheFirstCause_aFurtherOneRestartsNothing() {
            paused().after(opened(PauseCause.CHANNEL_TERMINATED, Opener.OPERATOR, PAUSED.plus(Duration.ofDays(60))))
                    .at(EXPIRED)
                    .when(new WatchPause(CHANNEL))
                    .expectEvents(terminated(3, EndReason.PAUSE_EXPIRED, EXPIRED));
        }

        @Test
        void isCountedAnewForTheNextPause() {
            Instant again = EXPIRED.minusSeconds(1);
            ChannelScenario twice = pausedWithoutACause()
                    .after(resumed(3, RESUMED), opened(VIOLATION, Opener.OPERATOR, again), paused(4, VIOLATION, again));
            quiet(twice.at(EXPIRED), new WatchPause(CHANNEL));
            twice.at(again.plus(Duration.ofDays(120)))
                    .when(new WatchPause(CHANNEL))
                    .expectEvents(terminated(5, EndReason.PAUSE_EXPIRED, again.plus(Duration.ofDays(120))));
        }

        @Test
        void isOverOnceThePauseIsLeft() {
            quiet(pausedWithoutACause().after(resumed(3, RESUMED)).at(EXPIRED), new WatchPause(CHANNEL));
        }
    }

    @Nested
    @DisplayName("B26 Ending")
    class Ending {

        @ParameterizedTest
        @EnumSource(
                value = EndReason.class,
                mode = Mode.INCLUDE,
                names = {"VOLUNTARY", "ABUSE", "FRAUD"})
        void isByChoiceOrForWhatTheChannelDid(EndReason reason) {
            on().when(new EndMemberships(CHANNEL, reason)).expectEvents(terminated(2, reason, NOW));
        }

        @Test
        void isPossibleDuringAPause() {
            paused().when(new EndMemberships(CHANNEL, EndReason.VOLUNTARY))
                    .expectEvents(terminated(3, EndReason.VOLUNTARY, RESUMED));
        }

        @Test
        void isQuietWhenRepeatedAndNothingBeforeTheFirstTurn() {
            quiet(ending(), new EndMemberships(CHANNEL, EndReason.FRAUD));
            enrolled()
                    .when(new EndMemberships(CHANNEL, EndReason.VOLUNTARY))
                    .expectException(refused(ErrorCode.WRONG_MEMBERSHIP_PROGRAMME_STATE));
        }

        @Test
        void followsFromLeavingTheAdProgramme() {
            on().when(new LeaveAdProgramme(CHANNEL, false))
                    .expectEvents(
                            new AdProgrammeLeft(CHANNEL, false, SHUT_FROM),
                            terminated(2, EndReason.LEFT_PROGRAMME, NOW));
        }

        @Test
        void followsFromBeingRemovedFromIt_alsoDuringAPause() {
            paused().at(NOW.minus(Duration.ofDays(60)))
                    .when(new LeaveAdProgramme(CHANNEL, true))
                    .expectEvents(
                            new AdProgrammeLeft(CHANNEL, true, SHUT_FROM.minus(Duration.ofDays(60))),
                            terminated(3, EndReason.REMOVED_FROM_PROGRAMME, NOW.minus(Duration.ofDays(60))));
        }

        @Test
        void doesNotFollowWhereMembershipsAreOff() {
            enrolled()
                    .when(new LeaveAdProgramme(CHANNEL, false))
                    .expectEvents(new AdProgrammeLeft(CHANNEL, false, SHUT_FROM));
        }
    }

    @Nested
    @DisplayName("B26 Turning on anew")
    class Anew {

        @Test
        void waitsUntilTheRefundsAreBooked() {
            ending().when(enabling()).expectNoEvents().expectException(refused(ErrorCode.PROGRAMME_ENDING));
            ending().when(new BookRefundsOfTurn(CHANNEL, 2)).expectEvents(BOOKED);
            quiet(ending().after(BOOKED), new BookRefundsOfTurn(CHANNEL, 2));
        }

        @Test
        @DisplayName("B27 takes the next turn")
        void takesTheNextTurn() {
            ending().after(BOOKED).when(enabling()).expectEvents(enabled(3, NOW));
        }

        @Test
        void isNotHeldUpByAnOlderTurnNorReleasedByIt() {
            ChannelScenario again = ending().after(BOOKED, enabled(3, NOW), terminated(4, EndReason.FRAUD, NOW));
            quiet(again, new BookRefundsOfTurn(CHANNEL, 2));
            again.when(enabling()).expectException(refused(ErrorCode.PROGRAMME_ENDING));
        }
    }
}
