package dev.creatorledger.command.channel;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A channel's place in the ad-revenue programme over HTTP (A1–A4); decisions of operators need a reason (U1). */
@RestController
class AdProgrammeRoutes {

    private static final String PROGRAMME = "/v1/channels/{channelId}/ad-programme";

    private final Commands commands;

    AdProgrammeRoutes(Commands commands) {
        this.commands = commands;
    }

    /** The channel, or an operator for it, asks to be taken in. */
    @PostMapping(PROGRAMME + ":apply")
    ResponseEntity<CommandAnswer> applyFor(@PathVariable String channelId, Caller caller, CallContext context) {
        caller.mayActFor(new ChannelId(channelId));
        return turn(channelId, ApplyToAdProgramme::new, context);
    }

    /** An operator takes an applicant in. */
    @PostMapping(PROGRAMME + ":approve")
    ResponseEntity<CommandAnswer> approve(
            @PathVariable String channelId,
            @RequestBody(required = false) @Nullable ApprovalBody body,
            CallContext context) {
        Integer shareBps = body == null ? null : body.shareBps();
        return turn(channelId, id -> new ApproveAdProgramme(id, shareBps), context.requireReason());
    }

    /** An operator turns an applicant down. */
    @PostMapping(PROGRAMME + ":reject")
    ResponseEntity<CommandAnswer> reject(@PathVariable String channelId, CallContext context) {
        return turn(channelId, RejectAdProgramme::new, context.requireReason());
    }

    /** An operator suspends an enrolled channel. */
    @PostMapping(PROGRAMME + ":suspend")
    ResponseEntity<CommandAnswer> suspend(@PathVariable String channelId, CallContext context) {
        return turn(channelId, SuspendAdProgramme::new, context.requireReason());
    }

    /** An operator ends a suspension. */
    @PostMapping(PROGRAMME + ":reinstate")
    ResponseEntity<CommandAnswer> reinstate(@PathVariable String channelId, CallContext context) {
        return turn(channelId, ReinstateAdProgramme::new, context.requireReason());
    }

    /** The channel leaves by itself, or an operator removes it and says why. */
    @PostMapping(PROGRAMME + ":leave")
    ResponseEntity<CommandAnswer> leave(@PathVariable String channelId, Caller caller, CallContext context) {
        caller.mayActFor(new ChannelId(channelId));
        boolean removed = caller.intervenes();
        CallContext explained = removed ? context.requireReason() : context;
        return turn(channelId, id -> new LeaveAdProgramme(id, removed), explained);
    }

    /** An operator changes the creator's share. */
    @PutMapping(PROGRAMME + "/share")
    ResponseEntity<CommandAnswer> changeShare(
            @PathVariable String channelId, @RequestBody ShareBody body, CallContext context) {
        return turn(channelId, body::command, context.requireReason());
    }

    private ResponseEntity<CommandAnswer> turn(
            String channelId, Function<ChannelId, Object> command, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        return CommandAnswer.respond(commands.execute(command.apply(id), id, context));
    }

    record ApprovalBody(@Nullable Integer shareBps) {}

    record ShareBody(@Nullable Integer shareBps) {

        ChangeAdShare command(ChannelId channelId) {
            Fields fields = new Fields();
            // What is a number at all is for the rule of the share to judge (A3).
            int share = fields.number("shareBps", shareBps, Integer.MIN_VALUE, Integer.MAX_VALUE);
            fields.check();
            return new ChangeAdShare(channelId, share);
        }
    }
}
