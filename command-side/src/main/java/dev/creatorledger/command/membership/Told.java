package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.membership.RefundCommand.OpenRefund;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.platform.web.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Tells memberships something by the terms of their programme: both are asked in one unit of work, the channel first,
 * so that nothing is decided on terms that are just changing (B27).
 */
final class Told {

    private final Commands commands;

    Told(Commands commands) {
        this.commands = commands;
    }

    /** Tells one membership, and carries out what follows. */
    Stored tell(
            ChannelId channelId,
            MembershipId membershipId,
            CallContext context,
            BiFunction<MembershipId, ProgrammeTerms, MembershipCommand> command) {
        return commands.together(new AskProgramme(channelId), membershipId, context, unit -> {
            ProgrammeTerms terms = unit.send(new AskProgramme(channelId));
            List<Object> following = unit.send(command.apply(membershipId, terms));
            unit.sendAll(following);
        });
    }

    /** Tells many memberships of one channel, all in one commit or none; what follows comes after all of them. */
    void tellAll(
            ChannelId channelId,
            List<MembershipId> membershipIds,
            CallContext context,
            BiFunction<MembershipId, ProgrammeTerms, MembershipCommand> command) {
        commands.together(new AskProgramme(channelId), channelId, context, unit -> {
            ProgrammeTerms terms = unit.send(new AskProgramme(channelId));
            List<Object> following = new ArrayList<>();
            for (MembershipId membershipId : membershipIds) {
                following.addAll(unit.<List<Object>>send(command.apply(membershipId, terms)));
            }
            unit.begin(refundsIn(following));
            unit.sendAll(following);
        });
    }

    private static List<RefundId> refundsIn(List<Object> commands) {
        return commands.stream()
                .filter(OpenRefund.class::isInstance)
                .map(command -> ((OpenRefund) command).refundId())
                .toList();
    }
}
