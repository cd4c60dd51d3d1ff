package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.PARVIN;
import static dev.creatorledger.command.channel.ChannelScenario.applied;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.left;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ChannelScenario.suspended;
import static dev.creatorledger.command.channel.ProgrammeScenario.CLOSED_CHANNEL;
import static dev.creatorledger.command.channel.ProgrammeScenario.LOST;
import static dev.creatorledger.command.channel.ProgrammeScenario.NETWORK;
import static dev.creatorledger.command.channel.ProgrammeScenario.PAUSED;
import static dev.creatorledger.command.channel.ProgrammeScenario.TURNED_ON;
import static dev.creatorledger.command.channel.ProgrammeScenario.counted;
import static dev.creatorledger.command.channel.ProgrammeScenario.enabled;
import static dev.creatorledger.command.channel.ProgrammeScenario.enabling;
import static dev.creatorledger.command.channel.ProgrammeScenario.on;
import static dev.creatorledger.command.channel.ProgrammeScenario.opened;
import static dev.creatorledger.command.channel.ProgrammeScenario.terminated;
import static dev.creatorledger.platform.refusal.ErrorCode.NOT_ELIGIBLE;
import static dev.creatorledger.platform.refusal.Violation.condition;

import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.platform.refusal.Violation;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B1 Who can turn memberships on")
class EligibleForMembershipsTest {

    private static final List<String> COUNTRIES = List.of("CA", "DE", "FR", "GB", "ID", "IR", "MY", "SG", "TR", "US");
    private static final BigDecimal TEN = new BigDecimal("10");

    private static void refuses(ChannelScenario channel, Violation... violations) {
        channel.when(enabling()).expectNoEvents().expectException(refused(NOT_ELIGIBLE, violations));
    }

    private static ChannelDetailsChanged movedTo(String country) {
        return new ChannelDetailsChanged(CHANNEL, PARVIN, "Cooking", country);
    }

    @Test
    void anEnrolledChannelThatAcceptsTheTerms_andTheDecisionExplainsItself() {
        enrolled()
                .after(counted(20, 2, 2))
                .when(enabling())
                .expectSuccessfulHandlerExecution()
                .expectEvents(new MembershipProgrammeEnabled(
                        CHANNEL, 1, new ProgrammeEvidence("IR", false, 20, 2, 2, null, false, 1), NOW));
    }

    @Nested
    class EachConditionAlone {

        @Test
        void beingEnrolled() {
            refuses(registered(), condition("ENROLLED", "ENROLLED", "NOT_ENROLLED"));
            refuses(applied(), condition("ENROLLED", "ENROLLED", "APPLIED"));
            refuses(suspended(), condition("ENROLLED", "ENROLLED", "SUSPENDED"));
            refuses(left(), condition("ENROLLED", "ENROLLED", "LEFT"));
        }

        @Test
        void anAvailableCountry() {
            refuses(enrolled().after(movedTo("JP")), condition("COUNTRY", COUNTRIES, "JP"));
        }

        @ParameterizedTest
        @CsvSource({"IR", "MY", "SG", "ID", "TR", "DE", "FR", "GB", "US", "CA"})
        void ofWhichThereAreTen(String country) {
            enrolled().after(movedTo(country)).when(enabling()).expectSuccessfulHandlerExecution();
        }

        @Test
        void notBeingMadeForKids() {
            refuses(
                    enrolled().after(new ChannelMadeForKidsChanged(CHANNEL, true)),
                    condition("CHANNEL_MADE_FOR_KIDS", false, true));
        }

        @ParameterizedTest
        @CsvSource({"10, 1", "100, 10", "109, 10", "0, 0"})
        void exactlyTenPercentOfTheVideosMayCount(long videos, long some) {
            enrolled().after(counted(videos, some, some)).when(enabling()).expectSuccessfulHandlerExecution();
        }

        @ParameterizedTest
        @CsvSource({"10, 2, 20.00", "100, 11, 11.00", "99, 10, 10.11", "9999999, 1000000, 10.01", "1, 1, 100.00"})
        void oneVideoMoreIsTooMany(long videos, long some, BigDecimal percent) {
            refuses(enrolled().after(counted(videos, 0, some)), condition("VIDEOS_INELIGIBLE", TEN, percent));
            refuses(
                    enrolled().after(counted(videos, some, some)),
                    condition("VIDEOS_MADE_FOR_KIDS", TEN, percent),
                    condition("VIDEOS_INELIGIBLE", TEN, percent));
        }

        @Test
        void acceptingTheTerms() {
            enrolled()
                    .when(new EnableMemberships(CHANNEL, false, null))
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, condition("TERMS", true, false)));
        }

        @Test
        void whichIsKeptWhenMembershipsAreTurnedOnAnew() {
            on().after(terminated(2, EndReason.VOLUNTARY, PAUSED), new MembershipRefundsBooked(CHANNEL, 2))
                    .when(new EnableMemberships(CHANNEL, false, null))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void theNetworksTermsToo() {
            enrolled()
                    .after(new NetworkJoined(CHANNEL, NETWORK))
                    .when(new EnableMemberships(CHANNEL, true, false))
                    .expectNoEvents()
                    .expectException(refused(NOT_ELIGIBLE, condition("NETWORK_TERMS", true, false)));
        }

        @Test
        void noCauseOfPause() {
            refuses(
                    enrolled().after(opened(LOST, Opener.SERVICE, NOW), opened(CLOSED_CHANNEL, Opener.OPERATOR, NOW)),
                    condition("CAUSES", List.of(), List.of(CLOSED_CHANNEL, LOST)));
        }
    }

    @Test
    void aRefusalNamesEachConditionThatFails() {
        registered()
                .after(
                        movedTo("JP"),
                        new ChannelMadeForKidsChanged(CHANNEL, true),
                        opened(LOST, Opener.OPERATOR, NOW),
                        counted(3, 1, 2),
                        new NetworkJoined(CHANNEL, NETWORK))
                .when(new EnableMemberships(CHANNEL, false, false))
                .expectNoEvents()
                .expectException(refused(
                        NOT_ELIGIBLE,
                        condition("ENROLLED", "ENROLLED", "NOT_ENROLLED"),
                        condition("COUNTRY", COUNTRIES, "JP"),
                        condition("CHANNEL_MADE_FOR_KIDS", false, true),
                        condition("VIDEOS_MADE_FOR_KIDS", TEN, new BigDecimal("33.34")),
                        condition("VIDEOS_INELIGIBLE", TEN, new BigDecimal("66.67")),
                        condition("TERMS", true, false),
                        condition("NETWORK_TERMS", true, false),
                        condition("CAUSES", List.of(), List.of(LOST))));
    }

    @Test
    @DisplayName("B2 the network's acceptance counts for its channels too")
    void theNetworksAcceptanceCounts() {
        enrolled()
                .after(new NetworkJoined(CHANNEL, NETWORK))
                .when(new EnableMemberships(CHANNEL, false, true))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new MembershipProgrammeEnabled(
                        CHANNEL, 1, new ProgrammeEvidence("IR", false, 0, 0, 0, NETWORK, true, 1), NOW));
    }

    @Test
    void aRepeatIsQuiet_evenWhereAConditionFailsByNow() {
        enrolled()
                .after(enabled(1, TURNED_ON), movedTo("JP"))
                .when(enabling())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
