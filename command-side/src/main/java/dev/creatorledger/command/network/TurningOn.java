package dev.creatorledger.command.network;

import dev.creatorledger.command.channel.ProgrammeCommand.AskNetworkOfChannel;
import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.ResumeMemberships;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Commands.Together;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.network.NetworkCommand.AskTerms;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.platform.web.CallContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns memberships on for a channel, by what its network says at the same time (B1, B2, B22). */
@Component
public class TurningOn {

    private final Commands commands;

    TurningOn(Commands commands) {
        this.commands = commands;
    }

    /**
     * Turns them on for the first time, or anew after a termination.
     *
     * @throws dev.creatorledger.platform.refusal.Refusal NOT_ELIGIBLE with each condition that fails, PROGRAMME_PAUSED,
     *     PROGRAMME_ENDING
     */
    public Stored enable(ChannelId channelId, boolean termsAccepted, CallContext context) {
        return commands.together(new AskNetworkOfChannel(channelId), channelId, context, unit -> {
            Boolean terms = networkTerms(unit, channelId);
            unit.send(new EnableMemberships(channelId, termsAccepted, terms));
        });
    }

    /**
     * Leaves a pause.
     *
     * @throws dev.creatorledger.platform.refusal.Refusal NOT_ELIGIBLE with each condition that fails, or the wrong state
     */
    public Stored resume(ChannelId channelId, CallContext context) {
        return commands.together(new AskNetworkOfChannel(channelId), channelId, context, unit -> {
            Boolean terms = networkTerms(unit, channelId);
            unit.send(new ResumeMemberships(channelId, terms));
        });
    }

    private static @Nullable Boolean networkTerms(Together unit, ChannelId channelId) {
        Optional<NetworkId> network = unit.send(new AskNetworkOfChannel(channelId));
        return network.isEmpty() ? null : unit.<Boolean>send(new AskTerms(network.get()));
    }
}
