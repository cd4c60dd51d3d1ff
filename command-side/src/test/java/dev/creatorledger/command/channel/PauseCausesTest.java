package dev.creatorledger.command.channel;

import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.PARVIN;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.reinstatement;
import static dev.creatorledger.command.channel.ChannelScenario.suspended;
import static dev.creatorledger.command.channel.ChannelScenario.suspension;
import static dev.creatorledger.command.channel.ProgrammeScenario.CLOSED_CHANNEL;
import static dev.creatorledger.command.channel.ProgrammeScenario.LOST;
import static dev.creatorledger.command.channel.ProgrammeScenario.VIOLATION;
import static dev.creatorledger.command.channel.ProgrammeScenario.closed;
import static dev.creatorledger.command.channel.ProgrammeScenario.ending;
import static dev.creatorledger.command.channel.ProgrammeScenario.on;
import static dev.creatorledger.command.channel.ProgrammeScenario.opened;
import static dev.creatorledger.command.channel.ProgrammeScenario.paused;
import static dev.creatorledger.events.membership.PauseCause.MADE_FOR_KIDS;
import static dev.creatorledger.events.membership.PauseCause.Opener.OPERATOR;
import static dev.creatorledger.events.membership.PauseCause.Opener.SERVICE;

import dev.creatorledger.command.channel.ProgrammeCommand.ClosePauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("B20 Causes of pause")
class PauseCausesTest {

    private static OpenPauseCause opening(PauseCause cause) {
        return new OpenPauseCause(CHANNEL, cause);
    }

    private static ClosePauseCause closing(PauseCause cause) {
        return new ClosePauseCause(CHANNEL, cause);
    }

    private static RegisterChannel madeForKids(boolean madeForKids) {
        return new RegisterChannel(CHANNEL, PARVIN, "Cooking", "IR", Money.IRR, madeForKids);
    }

    private static void quiet(ChannelScenario channel, Object command) {
        channel.when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(PauseCause.class)
    void ofAnyKindPauseAProgrammeThatIsOn(PauseCause cause) {
        on().when(opening(cause)).expectEvents(opened(cause, OPERATOR, NOW), paused(2, cause, NOW));
    }

    @Test
    void thatComeLaterDoNotPauseItAgain() {
        on().after(opened(VIOLATION, OPERATOR, NOW), paused(2, VIOLATION, NOW))
                .when(opening(CLOSED_CHANNEL))
                .expectSuccessfulHandlerExecution()
                .expectEvents(opened(CLOSED_CHANNEL, OPERATOR, NOW));
    }

    @Test
    void areKeptWhateverTheProgrammesState() {
        enrolled().when(opening(LOST)).expectEvents(opened(LOST, OPERATOR, NOW));
        ending().when(opening(LOST)).expectEvents(opened(LOST, OPERATOR, NOW));
        ending().after(opened(LOST, OPERATOR, NOW)).when(closing(LOST)).expectEvents(closed(LOST, OPERATOR, NOW));
    }

    @Test
    void areQuietWhenRepeated() {
        ChannelScenario paused = on().after(opened(LOST, OPERATOR, NOW), paused(2, LOST, NOW));
        quiet(paused, opening(LOST));
        quiet(paused, closing(VIOLATION));
    }

    @Test
    @DisplayName("B22 and closing the last one does not resume")
    void closingTheLastDoesNotResume() {
        on().after(opened(LOST, OPERATOR, NOW), paused(2, LOST, NOW))
                .when(closing(LOST))
                .expectSuccessfulHandlerExecution()
                .expectEvents(closed(LOST, OPERATOR, NOW));
    }

    @Nested
    class OperatorAndServiceCountApart {

        @Test
        void eachOpensItsOwn() {
            suspended()
                    .after(opened(VIOLATION, SERVICE, NOW))
                    .when(opening(VIOLATION))
                    .expectEvents(opened(VIOLATION, OPERATOR, NOW));
        }

        @Test
        void whatAnOperatorOpenedOutlastsTheReinstatement() {
            suspended()
                    .after(opened(VIOLATION, SERVICE, NOW), opened(VIOLATION, OPERATOR, NOW))
                    .when(new ReinstateAdProgramme(CHANNEL))
                    .expectEvents(reinstatement("2026-06-15T10:00:00Z"), closed(VIOLATION, SERVICE, NOW));
        }

        @Test
        void whatASuspensionOpenedOutlastsTheOperator() {
            ChannelScenario both = suspended().after(opened(VIOLATION, SERVICE, NOW), opened(VIOLATION, OPERATOR, NOW));
            both.when(closing(VIOLATION)).expectEvents(closed(VIOLATION, OPERATOR, NOW));
            quiet(both.after(closed(VIOLATION, OPERATOR, NOW)), closing(VIOLATION));
        }

        @Test
        void whatANetworkLeftBehindIsAnOperatorsToClose() {
            on().after(opened(LOST, SERVICE, NOW), opened(LOST, OPERATOR, NOW))
                    .when(closing(LOST))
                    .expectEvents(closed(LOST, OPERATOR, NOW), closed(LOST, SERVICE, NOW));
        }
    }

    @Nested
    class OpenAndCloseByThemselves {

        @Test
        void withASuspension() {
            on().when(new SuspendAdProgramme(CHANNEL))
                    .expectEvents(
                            suspension("2026-06-15T11:00:00Z"),
                            opened(VIOLATION, SERVICE, NOW),
                            paused(2, VIOLATION, NOW));
        }

        @Test
        void withTheChannelBeingMadeForKids() {
            on().when(madeForKids(true))
                    .expectEvents(
                            new ChannelMadeForKidsChanged(CHANNEL, true),
                            opened(MADE_FOR_KIDS, SERVICE, NOW),
                            paused(2, MADE_FOR_KIDS, NOW));
            ChannelScenario kids = on().after(
                            new ChannelMadeForKidsChanged(CHANNEL, true),
                            opened(MADE_FOR_KIDS, SERVICE, NOW),
                            paused(2, MADE_FOR_KIDS, NOW));
            quiet(kids, madeForKids(true));
            quiet(kids, closing(MADE_FOR_KIDS));
            kids.when(madeForKids(false))
                    .expectEvents(new ChannelMadeForKidsChanged(CHANNEL, false), closed(MADE_FOR_KIDS, SERVICE, NOW));
        }

        @Test
        void withWhatAChannelIsRegisteredAsOnlyOnceItIsSet() {
            ChannelScenario.unknown()
                    .when(madeForKids(true))
                    .expectEvents(new ChannelRegistered(CHANNEL, PARVIN, "Cooking", "IR", Money.IRR, true));
        }
    }
}
