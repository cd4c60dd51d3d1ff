package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand;
import dev.creatorledger.command.channel.ProgrammeCommand.ClosePauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.EndMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.network.TurningOn;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The membership programme of a channel over HTTP: on, paused by causes, resumed, ended (B1, B20–B26). */
@RestController
class ProgrammeRoutes {

    private static final String PROGRAMME = "/v1/channels/{channelId}/membership-programme";

    private final Commands commands;
    private final TurningOn turningOn;

    ProgrammeRoutes(Commands commands, TurningOn turningOn) {
        this.commands = commands;
        this.turningOn = turningOn;
    }

    /** Turns memberships on. */
    @PostMapping(PROGRAMME + ":enable")
    ResponseEntity<CommandAnswer> enable(
            @PathVariable String channelId,
            @RequestBody(required = false) @Nullable TermsBody body,
            Caller caller,
            CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        boolean accepted = body != null && Boolean.TRUE.equals(body.termsAccepted());
        return CommandAnswer.respond(turningOn.enable(id, accepted, context));
    }

    /** Leaves a pause. */
    @PostMapping(PROGRAMME + ":resume")
    ResponseEntity<CommandAnswer> resume(@PathVariable String channelId, Caller caller, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        return CommandAnswer.respond(turningOn.resume(id, context));
    }

    /** Ends the programme: the creator by choice, an operator for what the channel did. */
    @PostMapping(PROGRAMME + ":end")
    ResponseEntity<CommandAnswer> end(
            @PathVariable String channelId,
            @RequestBody(required = false) @Nullable EndBody body,
            Caller caller,
            CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        CallContext explained = context.requireReason();
        Fields fields = new Fields();
        EndCause cause = fields.oneOf("cause", body == null ? null : body.cause(), EndCause.class);
        fields.check();
        boolean decides = caller.intervenes();
        if (!decides && cause != EndCause.VOLUNTARY) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A creator ends a programme by choice alone: VOLUNTARY.");
        }
        return CommandAnswer.respond(commands.execute(new EndMemberships(id, cause.reason()), id, explained));
    }

    /** An operator opens a cause of pause. */
    @PutMapping(PROGRAMME + "/causes/{cause}")
    ResponseEntity<CommandAnswer> open(
            @PathVariable String channelId, @PathVariable String cause, CallContext context) {
        return change(channelId, cause, OpenPauseCause::new, context);
    }

    /** An operator closes a cause of pause. */
    @DeleteMapping(PROGRAMME + "/causes/{cause}")
    ResponseEntity<CommandAnswer> close(
            @PathVariable String channelId, @PathVariable String cause, CallContext context) {
        return change(channelId, cause, ClosePauseCause::new, context);
    }

    private ResponseEntity<CommandAnswer> change(
            String channelId,
            String cause,
            BiFunction<ChannelId, PauseCause, ProgrammeCommand> command,
            CallContext context) {
        ChannelId id = new ChannelId(channelId);
        Fields fields = new Fields();
        PauseCause named = fields.oneOf("cause", cause, PauseCause.class);
        fields.check();
        return CommandAnswer.respond(commands.execute(command.apply(id, named), id, context.requireReason()));
    }

    /** Why a programme is ended by a command (B26). */
    enum EndCause {
        VOLUNTARY(EndReason.VOLUNTARY),
        ABUSE(EndReason.ABUSE),
        FRAUD(EndReason.FRAUD),
        POLICY_VIOLATION(EndReason.POLICY_VIOLATION);

        private final EndReason reason;

        EndCause(EndReason reason) {
            this.reason = reason;
        }

        EndReason reason() {
            return reason;
        }
    }

    record TermsBody(@Nullable Boolean termsAccepted) {}

    record EndBody(@Nullable String cause) {}
}
