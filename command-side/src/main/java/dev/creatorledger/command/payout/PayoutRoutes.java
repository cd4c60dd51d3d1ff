package dev.creatorledger.command.payout;

import dev.creatorledger.command.channel.Held;
import dev.creatorledger.command.channel.HoldForPayout;
import dev.creatorledger.command.channel.ProgrammeCommand.CheckThatNoRefundsRun;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.membership.RefundsToCome;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.AskChannel;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.command.payout.PayoutCommand.RejectPayout;
import dev.creatorledger.command.payout.PayoutCommand.RepeatRequest;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Payouts over HTTP: what creators and operators do (P1–P4). A payout and the hold on its channel change in one
 * commit, so no crash falls between them.
 */
@RestController
class PayoutRoutes {

    private static final PayoutId ANY = new PayoutId("-");

    private final Commands commands;
    private final StreamHeads heads;
    private final RefundsToCome refunds;

    PayoutRoutes(Commands commands, StreamHeads heads, RefundsToCome refunds) {
        this.commands = commands;
        this.heads = heads;
        this.refunds = refunds;
    }

    /** The creator asks for everything that is payable. */
    @PostMapping("/v1/channels/{channelId}/payouts")
    ResponseEntity<CommandAnswer> request(
            @PathVariable String channelId, @RequestBody AskedPayout body, Caller caller, CallContext context) {
        ChannelId channel = new ChannelId(channelId);
        caller.mayActFor(channel);
        Fields fields = new Fields();
        PayoutId payoutId = fields.id("payoutId", body.payoutId(), PayoutId::new, ANY);
        Currency currency = body.currency() == null ? null : fields.currency("currency", body.currency());
        fields.check();
        return CommandAnswer.respond(
                isKnown(payoutId)
                        ? commands.execute(new RepeatRequest(payoutId, channel, currency), payoutId, context)
                        : hold(payoutId, channel, currency, context));
    }

    private Stored hold(PayoutId payoutId, ChannelId channelId, @Nullable Currency currency, CallContext context) {
        CheckThatNoRefundsRun check = new CheckThatNoRefundsRun(channelId, currency);
        return commands.together(check, payoutId, context, unit -> {
            Currency asked = unit.send(check);
            Held held = unit.send(new HoldForPayout(channelId, payoutId, refunds.owed(unit, channelId, asked)));
            if (held.amount() != null && held.account() != null) {
                unit.send(new OpenPayout(payoutId, channelId, held.amount(), held.account()));
            }
        });
    }

    private boolean isKnown(PayoutId payoutId) {
        return !heads.lastSequences(List.of(payoutId.toString())).isEmpty();
    }

    /** An operator approves it. */
    @PostMapping("/v1/payouts/{payoutId}:approve")
    ResponseEntity<CommandAnswer> approve(@PathVariable String payoutId, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        return CommandAnswer.respond(
                commands.execute(new ApprovePayout(id), PayoutRoutes::following, id, context.requireReason()));
    }

    /** An operator rejects it; what was held is available again. */
    @PostMapping("/v1/payouts/{payoutId}:reject")
    ResponseEntity<CommandAnswer> reject(@PathVariable String payoutId, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        CallContext explained = context.requireReason();
        RejectPayout command = new RejectPayout(id, String.valueOf(explained.reason()));
        return CommandAnswer.respond(commands.execute(command, PayoutRoutes::following, id, explained));
    }

    /** The creator cancels it, or an operator does and says why; what was held is available again. */
    @PostMapping("/v1/payouts/{payoutId}:cancel")
    ResponseEntity<CommandAnswer> cancel(@PathVariable String payoutId, Caller caller, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        CallContext explained = caller.intervenes() ? context.requireReason() : context;
        caller.mayActFor(commands.<ChannelId>ask(new AskChannel(id), explained));
        return CommandAnswer.respond(commands.execute(new CancelPayout(id), PayoutRoutes::following, id, explained));
    }

    /** What a payout answers is what its channel is told in the same commit. */
    static List<Object> following(List<Object> commands) {
        return commands;
    }

    record AskedPayout(@Nullable String payoutId, @Nullable String currency) {}
}
