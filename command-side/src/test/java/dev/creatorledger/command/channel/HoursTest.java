package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.application;
import static dev.creatorledger.command.channel.ChannelScenario.applied;
import static dev.creatorledger.command.channel.ChannelScenario.approval;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.leaving;
import static dev.creatorledger.command.channel.ChannelScenario.pauseCause;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ChannelScenario.reinstatement;
import static dev.creatorledger.command.channel.ChannelScenario.suspension;
import static dev.creatorledger.platform.refusal.ErrorCode.SHARE_OUT_OF_RANGE;

import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.platform.refusal.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    private static final int FLOOR = 5_000;

    private static Instant hour(int hour) {
        return Instant.parse("2026-06-15T%02d:00:00Z".formatted(hour));
    }

    private static AskHourTerms ask(Instant... hours) {
        return new AskHourTerms(CHANNEL, Arrays.asList(hours));
    }

    private static HourTerms open(Instant hour, int shareBps) {
        return new HourTerms(hour, true, shareBps, 1);
    }

    private static HourTerms shut(Instant hour, int shareBps) {
        return new HourTerms(hour, false, shareBps, 1);
    }

    private static AdShareChanged shareChange(int shareBps, String from) {
        return new AdShareChanged(CHANNEL, shareBps, Instant.parse(from));
    }

    @Nested
    @DisplayName("A3, A4 A change takes effect at the first full hour that begins more than 5 minutes later")
    class Notice {

        @ParameterizedTest(name = "at {0}: from {1}")
        @CsvSource({
            "2026-06-15T10:00:00Z, 2026-06-15T11:00:00Z",
            "2026-06-15T10:54:59.999Z, 2026-06-15T11:00:00Z",
            "2026-06-15T10:55:00Z, 2026-06-15T12:00:00Z",
            "2026-06-15T10:55:00.001Z, 2026-06-15T12:00:00Z",
            "2026-06-15T11:00:00Z, 2026-06-15T12:00:00Z",
            "2026-12-31T23:55:00Z, 2027-01-01T01:00:00Z"
        })
        void ofShareSuspensionAndLeaving(String now, String from) {
            enrolled()
                    .at(now)
                    .when(new ChangeAdShare(CHANNEL, 6_000))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(shareChange(6_000, from));
            enrolled()
                    .at(now)
                    .when(new SuspendAdProgramme(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(suspension(from), pauseCause(PauseCause.MONETIZATION_POLICY_VIOLATION, now));
            enrolled()
                    .at(now)
                    .when(new LeaveAdProgramme(CHANNEL, true))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new AdProgrammeLeft(CHANNEL, true, Instant.parse(from)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-06-15T10:00:00Z", "2026-06-15T10:59:59.999Z"})
        void butAReinstatementFromItsOwnHour(String now) {
            ChannelScenario.suspended()
                    .at(now)
                    .when(new ReinstateAdProgramme(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(reinstatement("2026-06-15T10:00:00Z"));
        }
    }

    @Nested
    @DisplayName("A4 Enrolment goes by the hour")
    class Enrolling {

        private static final Instant YEARS_AGO = Instant.parse("2017-11-14T05:00:00Z");

        @Test
        void noHourIsOpenBeforeTheFirstApproval() {
            applied()
                    .when(ask(YEARS_AGO, hour(10)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents()
                    .expectResultMessagePayload(List.of(shut(YEARS_AGO, 0), shut(hour(10), 0)));
        }

        @Test
        void anApprovalOpensEveryHourWithItsShare_pastOnesToo() {
            applied()
                    .after(approval(6_000))
                    .when(ask(YEARS_AGO, hour(10), hour(23)))
                    .expectResultMessagePayload(
                            List.of(open(YEARS_AGO, 6_000), open(hour(10), 6_000), open(hour(23), 6_000)));
        }

        @Test
        void aSuspensionShutsTheHoursFromItsFirst() {
            enrolled()
                    .after(suspension("2026-06-15T11:00:00Z"))
                    .when(ask(YEARS_AGO, hour(10), hour(11), hour(12)))
                    .expectResultMessagePayload(List.of(
                            open(YEARS_AGO, FLOOR),
                            open(hour(10), FLOOR),
                            shut(hour(11), FLOOR),
                            shut(hour(12), FLOOR)));
        }

        @Test
        void aReinstatementLeavesTheHoursBetweenShut() {
            enrolled()
                    .after(suspension("2026-06-15T11:00:00Z"), reinstatement("2026-06-15T14:00:00Z"))
                    .when(ask(hour(10), hour(11), hour(13), hour(14)))
                    .expectResultMessagePayload(List.of(
                            open(hour(10), FLOOR),
                            shut(hour(11), FLOOR),
                            shut(hour(13), FLOOR),
                            open(hour(14), FLOOR)));
        }

        @Test
        void aReinstatementBeforeTheShutHourBeginsShutsNone() {
            enrolled()
                    .after(suspension("2026-06-15T11:00:00Z"), reinstatement("2026-06-15T10:00:00Z"))
                    .when(ask(hour(10), hour(11), hour(12)))
                    .expectResultMessagePayload(
                            List.of(open(hour(10), FLOOR), open(hour(11), FLOOR), open(hour(12), FLOOR)));
        }

        @Test
        void leavingWhileSuspendedKeepsShutWhatWasShut() {
            enrolled()
                    .after(suspension("2026-06-15T11:00:00Z"), leaving("2026-06-15T13:00:00Z"))
                    .when(ask(hour(10), hour(11), hour(13)))
                    .expectResultMessagePayload(
                            List.of(open(hour(10), FLOOR), shut(hour(11), FLOOR), shut(hour(13), FLOOR)));
        }

        @Test
        void anApprovalAfterLeavingOpensEveryHourAnew() {
            enrolled()
                    .after(leaving("2026-06-15T11:00:00Z"), application(), approval(7_000))
                    .when(ask(hour(10), hour(11), hour(12)))
                    .expectResultMessagePayload(
                            List.of(open(hour(10), 7_000), open(hour(11), 7_000), open(hour(12), 7_000)));
        }

        @Test
        void anApplicationAfterLeavingOpensNone() {
            enrolled()
                    .after(leaving("2026-06-15T11:00:00Z"), application())
                    .when(ask(hour(10), hour(11)))
                    .expectResultMessagePayload(List.of(open(hour(10), FLOOR), shut(hour(11), FLOOR)));
        }
    }

    @Nested
    @DisplayName("A3 The share")
    class Share {

        @Test
        void isTheFloorUnlessTheApprovalSaysMore() {
            applied()
                    .when(new ApproveAdProgramme(CHANNEL, null))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(approval(FLOOR));
            applied()
                    .when(new ApproveAdProgramme(CHANNEL, 10_000))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(approval(10_000));
        }

        @ParameterizedTest
        @ValueSource(ints = {4_999, 10_001, -1})
        void isNeverBelowTheFloorNorAboveTheWhole(int shareBps) {
            Violation violation = new Violation("SHARE_OUT_OF_RANGE", "shareBps", "5000 to 10000", shareBps);
            applied()
                    .when(new ApproveAdProgramme(CHANNEL, shareBps))
                    .expectNoEvents()
                    .expectException(refused(SHARE_OUT_OF_RANGE, violation));
            enrolled()
                    .when(new ChangeAdShare(CHANNEL, shareBps))
                    .expectNoEvents()
                    .expectException(refused(SHARE_OUT_OF_RANGE, violation));
        }

        @ParameterizedTest
        @ValueSource(ints = {5_000, 10_000})
        void canBeTheFloorAndTheWhole(int shareBps) {
            enrolled()
                    .after(shareChange(6_000, "2026-06-15T09:00:00Z"))
                    .when(new ChangeAdShare(CHANNEL, shareBps))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(shareChange(shareBps, "2026-06-15T11:00:00Z"));
        }

        @Test
        void setAgainToWhatItIsOrWillBeIsQuiet() {
            enrolled()
                    .after(shareChange(6_000, "2026-06-15T11:00:00Z"))
                    .when(new ChangeAdShare(CHANNEL, 6_000))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isThatOfTheHour_howeverLateItIsAsked() {
            enrolled()
                    .at("2026-06-15T20:00:00Z")
                    .after(shareChange(6_000, "2026-06-15T11:00:00Z"), shareChange(7_000, "2026-06-15T13:00:00Z"))
                    .when(ask(hour(10), hour(11), hour(12), hour(13)))
                    .expectResultMessagePayload(List.of(
                            open(hour(10), FLOOR),
                            open(hour(11), 6_000),
                            open(hour(12), 6_000),
                            open(hour(13), 7_000)));
        }

        @Test
        void aLaterChangeForTheSameHourReplacesTheFirst() {
            enrolled()
                    .after(shareChange(6_000, "2026-06-15T11:00:00Z"), shareChange(7_000, "2026-06-15T11:00:00Z"))
                    .when(ask(hour(10), hour(11)))
                    .expectResultMessagePayload(List.of(open(hour(10), FLOOR), open(hour(11), 7_000)));
        }

        @Test
        void canBeChangedWhileSuspended() {
            ChannelScenario.suspended()
                    .when(new ChangeAdShare(CHANNEL, 6_000))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(shareChange(6_000, "2026-06-15T11:00:00Z"));
        }

        @Test
        void isAskedForAsManyHoursAsAreNamed() {
            registered().when(ask()).expectResultMessagePayload(List.of());
        }
    }
}
