package dev.creatorledger.command.network;

import dev.creatorledger.command.network.NetworkCommand.AcceptTerms;
import dev.creatorledger.command.network.NetworkCommand.AddChannel;
import dev.creatorledger.command.network.NetworkCommand.AskChannels;
import dev.creatorledger.command.network.NetworkCommand.AskTerms;
import dev.creatorledger.command.network.NetworkCommand.RegisterNetwork;
import dev.creatorledger.command.network.NetworkCommand.RemoveChannel;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.network.NetworkEvent;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelAdded;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelRemoved;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkRenamed;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("B2 A network")
class NetworkTest {

    private static final NetworkId ID = new NetworkId("net-1");
    private static final ChannelId FIRST = new ChannelId("ch-1");
    private static final ChannelId SECOND = new ChannelId("ch-2");
    private static final NetworkRegistered REGISTERED = new NetworkRegistered(ID, "Shabake");
    private static final NetworkTermsAccepted ACCEPTED = new NetworkTermsAccepted(ID);

    private static ResultValidator<Network> after(Object command, NetworkEvent... past) {
        return new AggregateTestFixture<>(Network.class).given(List.of(past)).when(command);
    }

    private static void quiet(Object command, NetworkEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Nested
    class IsRegistered {

        @Test
        void once_withOrWithoutTheTerms() {
            after(new RegisterNetwork(ID, "Shabake", false)).expectEvents(REGISTERED);
            after(new RegisterNetwork(ID, "Shabake", true)).expectEvents(REGISTERED, ACCEPTED);
            quiet(new RegisterNetwork(ID, "Shabake", true), REGISTERED, ACCEPTED);
        }

        @Test
        void andCanBeRenamed() {
            after(new RegisterNetwork(ID, "Rangin", false), REGISTERED).expectEvents(new NetworkRenamed(ID, "Rangin"));
        }

        @Test
        void andItsAcceptanceIsNeverTakenBack() {
            quiet(new RegisterNetwork(ID, "Shabake", false), REGISTERED, ACCEPTED);
            after(new AskTerms(ID), REGISTERED, ACCEPTED).expectResultMessagePayload(true);
            after(new AskTerms(ID), REGISTERED).expectResultMessagePayload(false);
        }
    }

    @Nested
    class Accepts {

        @Test
        void theTermsLater_once() {
            after(new AcceptTerms(ID), REGISTERED).expectEvents(ACCEPTED);
            quiet(new AcceptTerms(ID), REGISTERED, ACCEPTED);
        }

        @Test
        void nothingBeforeItExists() {
            after(new AcceptTerms(ID)).expectException(AggregateNotFoundException.class);
            after(new AddChannel(ID, FIRST)).expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class HasChannels {

        private final NetworkChannelAdded second = new NetworkChannelAdded(ID, SECOND);
        private final NetworkChannelAdded first = new NetworkChannelAdded(ID, FIRST);

        @Test
        void thatComeAndGo() {
            after(new AddChannel(ID, FIRST), REGISTERED).expectEvents(first);
            quiet(new AddChannel(ID, FIRST), REGISTERED, first);
            after(new RemoveChannel(ID, FIRST), REGISTERED, first).expectEvents(new NetworkChannelRemoved(ID, FIRST));
            quiet(new RemoveChannel(ID, FIRST), REGISTERED);
        }

        @Test
        void thatItNamesInTheirOrder() {
            after(new AskChannels(ID), REGISTERED, second, first)
                    .expectNoEvents()
                    .expectResultMessagePayload(List.of(FIRST, SECOND));
            after(new AskChannels(ID), REGISTERED, first, new NetworkChannelRemoved(ID, FIRST))
                    .expectResultMessagePayload(List.of());
        }
    }
}
