package dev.creatorledger.command.payout;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.payout.PayoutCommand.FailPayout;
import dev.creatorledger.command.payout.PayoutCommand.ReturnPayout;
import dev.creatorledger.command.payout.PayoutCommand.SendPayout;
import dev.creatorledger.command.payout.PayoutCommand.SettlePayout;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payouts over HTTP: what the payment service tells of the bank (P4, P6). */
@RestController
class BankRoutes {

    private static final int MAX_REFERENCE = 128;
    private static final int MAX_REASON = 500;

    private final Commands commands;

    BankRoutes(Commands commands) {
        this.commands = commands;
    }

    /** It was given to the bank. */
    @PostMapping("/v1/payouts/{payoutId}:send")
    ResponseEntity<CommandAnswer> send(
            @PathVariable String payoutId, @RequestBody Reference body, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        Fields fields = new Fields();
        String reference = fields.text("bankReference", body.bankReference(), MAX_REFERENCE);
        fields.check();
        return CommandAnswer.respond(commands.execute(new SendPayout(id, reference), id, context));
    }

    /** The bank has paid it. */
    @PostMapping("/v1/payouts/{payoutId}:settle")
    ResponseEntity<CommandAnswer> settle(
            @PathVariable String payoutId, @RequestBody Settlement body, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        Fields fields = new Fields();
        String reference = fields.text("bankReference", body.bankReference(), MAX_REFERENCE);
        Instant settledAt = fields.optionalInstant("settledAt", body.settledAt());
        fields.check();
        return CommandAnswer.respond(
                commands.execute(new SettlePayout(id, reference, settledAt), PayoutRoutes::following, id, context));
    }

    /** The bank could not pay it; what was held is available again. */
    @PostMapping("/v1/payouts/{payoutId}:fail")
    ResponseEntity<CommandAnswer> fail(
            @PathVariable String payoutId, @RequestBody BankReason body, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        return CommandAnswer.respond(
                commands.execute(new FailPayout(id, body.checked()), PayoutRoutes::following, id, context));
    }

    /** The bank sent back what it had paid; it is available again. */
    @PostMapping("/v1/payouts/{payoutId}:return")
    ResponseEntity<CommandAnswer> giveBack(
            @PathVariable String payoutId, @RequestBody BankReason body, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        return CommandAnswer.respond(
                commands.execute(new ReturnPayout(id, body.checked()), PayoutRoutes::following, id, context));
    }

    record Reference(@Nullable String bankReference) {}

    record Settlement(@Nullable String bankReference, @Nullable String settledAt) {}

    /** The bank's own reason. */
    record BankReason(@Nullable String reason) {

        String checked() {
            Fields fields = new Fields();
            String checked = fields.text("reason", reason, MAX_REASON);
            fields.check();
            return checked;
        }
    }
}
