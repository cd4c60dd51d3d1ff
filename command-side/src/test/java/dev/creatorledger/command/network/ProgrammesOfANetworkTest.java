package dev.creatorledger.command.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.NoStoredEvents;
import dev.creatorledger.command.channel.ProgrammeCommand.AskNetworkOfChannel;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.network.NetworkCommand.AskChannels;
import dev.creatorledger.command.network.NetworkRoutes.Result;
import dev.creatorledger.command.network.NetworkRoutes.ResultJson;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B2 Memberships of a network's channels")
class ProgrammesOfANetworkTest {

    private static final CallContext CONTEXT = new CallContext("network:net-1", null, "test-1");
    private static final Caller CALLER = new Caller("network:net-1", Set.of("network"), Set.of(), "net-1", null);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands =
            new Commands(bus, NoTransactionManager.instance(), NoStoredEvents.none(), streams -> Map.of());
    private final NetworkRoutes routes = new NetworkRoutes(commands, new TurningOn(commands), NoStoredEvents.upTo(7));

    private void refusing(ErrorCode code) {
        bus.subscribe(AskChannels.class.getName(), message -> List.of(new ChannelId("ch-1")));
        bus.subscribe(AskNetworkOfChannel.class.getName(), message -> {
            throw new Refusal(code, "No.");
        });
    }

    @Test
    void aStateThatForbidsItIsTheChannelsResult() {
        refusing(ErrorCode.PROGRAMME_ENDING);
        var answer = Objects.requireNonNull(
                routes.enable("net-1", null, CALLER, CONTEXT).getBody());
        assertThat(answer.results())
                .containsExactly(new ResultJson(
                        "ch-1", Result.REFUSED, List.of(new Violation("PROGRAMME_ENDING", null, null, null))));
        assertThat(answer.position()).isEqualTo("7");
    }

    @Test
    void aStoreThatIsAwayIsNobodysResult() {
        refusing(ErrorCode.UNAVAILABLE);
        assertThatThrownBy(() -> routes.resume("net-1", CALLER, CONTEXT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
