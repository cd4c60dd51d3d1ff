package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far turns of a programme have come along its members (B27). */
@RestController
class TurnProgress {

    private final Commands commands;
    private final WorkTable table;

    TurnProgress(Commands commands, WorkTable table) {
        this.commands = commands;
        this.table = table;
    }

    /**
     * A turn under way.
     *
     * @param terminated whether it ends the members
     * @param done how many members it has reached
     * @param total how many it concerns; those that it has ended count
     */
    record TurnJson(long turn, boolean terminated, long done, long total) {}

    /** The turns under way, oldest first; none once all have reached everybody. */
    record TurnsJson(List<TurnJson> items) {}

    @GetMapping("/v1/channels/{channelId}/membership-programme/turns")
    ResponseEntity<TurnsJson> answer(@PathVariable String channelId, Caller caller, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        commands.ask(new AskProgramme(id), context);
        long members = table.countMembers(id);
        return ResponseEntity.ok(new TurnsJson(table.turns(id).stream()
                .map(turn -> new TurnJson(
                        turn.turn(),
                        turn.terminated(),
                        turn.told(),
                        Math.max(turn.told(), turn.terminated() ? members + turn.told() : members)))
                .toList()));
    }
}
