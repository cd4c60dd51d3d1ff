package dev.creatorledger.command.channel;

import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ProgrammeScenario.LOST;
import static dev.creatorledger.command.channel.ProgrammeScenario.NETWORK;
import static dev.creatorledger.command.channel.ProgrammeScenario.on;
import static dev.creatorledger.command.channel.ProgrammeScenario.opened;
import static dev.creatorledger.command.channel.ProgrammeScenario.paused;

import dev.creatorledger.command.channel.ProgrammeCommand.AskNetworkOfChannel;
import dev.creatorledger.command.channel.ProgrammeCommand.JoinNetwork;
import dev.creatorledger.command.channel.ProgrammeCommand.LeaveNetwork;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.network.NetworkId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B2 A channel is in at most one network")
class NetworkOfAChannelTest {

    private static final NetworkId OTHER = new NetworkId("net-2");
    private static final NetworkJoined JOINED = new NetworkJoined(CHANNEL, NETWORK);
    private static final NetworkLeft LEFT = new NetworkLeft(CHANNEL, NETWORK);

    @Test
    void joiningTheFirstOpensNothing() {
        on().when(new JoinNetwork(CHANNEL, NETWORK)).expectEvents(JOINED).expectResultMessagePayload(Optional.empty());
    }

    @Test
    void joiningAgainIsQuiet() {
        on().after(JOINED)
                .when(new JoinNetwork(CHANNEL, NETWORK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    @DisplayName("B20 joining another leaves the first, and the content owner has changed")
    void joiningAnotherLeavesTheFirst() {
        on().after(JOINED)
                .when(new JoinNetwork(CHANNEL, OTHER))
                .expectEvents(
                        LEFT,
                        opened(LOST, Opener.SERVICE, NOW),
                        paused(2, LOST, NOW),
                        new NetworkJoined(CHANNEL, OTHER))
                .expectResultMessagePayload(Optional.of(NETWORK));
    }

    @Test
    @DisplayName("B20 leaving opens the cause too, also before memberships are on")
    void leavingOpensTheCause() {
        on().after(JOINED)
                .when(new LeaveNetwork(CHANNEL, NETWORK))
                .expectEvents(LEFT, opened(LOST, Opener.SERVICE, NOW), paused(2, LOST, NOW));
        registered()
                .after(JOINED)
                .when(new LeaveNetwork(CHANNEL, NETWORK))
                .expectEvents(LEFT, opened(LOST, Opener.SERVICE, NOW));
    }

    @Test
    void leavingOneItIsNotInIsQuiet() {
        on().when(new LeaveNetwork(CHANNEL, NETWORK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        on().after(JOINED)
                .when(new LeaveNetwork(CHANNEL, OTHER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itKnowsItsNetwork() {
        on().after(JOINED)
                .when(new AskNetworkOfChannel(CHANNEL))
                .expectNoEvents()
                .expectResultMessagePayload(Optional.of(NETWORK));
        on().after(JOINED, LEFT).when(new AskNetworkOfChannel(CHANNEL)).expectResultMessagePayload(Optional.empty());
    }
}
