package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.BookRefundsOfTurn;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.membership.MembershipCommand.CatchUp;
import dev.creatorledger.command.membership.WorkTable.OpenTurn;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings turns of programmes to their members, page by page, each in one commit: what a crash cuts off is gone on with
 * from the last page that is noted, and telling a member again is quiet (B21, B22, B25, B27).
 */
final class FanOut {

    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private final WorkTable table;
    private final Commands commands;
    private final Told told;
    private final int page;

    FanOut(WorkTable table, Commands commands, int page) {
        this.table = table;
        this.commands = commands;
        told = new Told(commands);
        this.page = page;
    }

    /** Goes on with every turn that has not reached all members yet. */
    void goOn(BooleanSupplier running) {
        List<OpenTurn> turns = table.turnsAfter("", 0, page);
        while (!turns.isEmpty()) {
            for (OpenTurn turn : turns) {
                if (running.getAsBoolean()) {
                    bring(turn, running);
                }
            }
            OpenTurn last = turns.get(turns.size() - 1);
            turns = running.getAsBoolean() ? table.turnsAfter(last.channelId().value(), last.turn(), page) : List.of();
        }
    }

    private void bring(OpenTurn turn, BooleanSupplier running) {
        CallContext context = CallContext.service("turn:" + turn.channelId().value() + ":" + turn.turn());
        String after = turn.toldUpTo();
        boolean reachedAll = true;
        while (running.getAsBoolean()) {
            List<MembershipId> members = table.members(turn.channelId(), after, page);
            if (members.isEmpty()) {
                if (reachedAll) {
                    finish(turn, context);
                }
                return;
            }
            reachedAll &= catchUp(turn.channelId(), members, context);
            MembershipId last = members.get(members.size() - 1);
            if (reachedAll) {
                table.told(turn, after, last, members.size());
            }
            after = last.value();
        }
    }

    /** Only now can the programme begin anew, and payouts go on (B26, P7). */
    private void finish(OpenTurn turn, CallContext context) {
        if (turn.terminated()) {
            commands.execute(new BookRefundsOfTurn(turn.channelId(), turn.turn()), turn.channelId(), context);
        }
        table.turnDone(turn.channelId(), turn.turn());
    }

    /**
     * Has members do what has fallen due and follow their programme: together, or one by one where that fails, so that
     * one that fails holds up no other.
     *
     * @return whether all of them did
     */
    boolean catchUp(ChannelId channelId, List<MembershipId> members, CallContext context) {
        try {
            told.tellAll(channelId, members, context, CatchUp::new);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} memberships could not be told together; each is told alone", members.size(), e);
        }
        boolean all = true;
        for (MembershipId member : members) {
            try {
                told.tellAll(channelId, List.of(member), context, CatchUp::new);
            } catch (RuntimeException e) {
                all = false;
                LOG.error("The membership {} could not be told; it is tried again", member.value(), e);
            }
        }
        return all;
    }
}
