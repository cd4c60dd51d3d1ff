package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.membership.MembershipCommand.AskMembership;
import dev.creatorledger.command.membership.MembershipCommand.MembershipFacts;
import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.RefundCommand.SettleRefund;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the payment service reports: of charges (B11, B12) and of refunds (B25). */
@RestController
class ChargeRoutes {

    private static final String CHARGE = "/v1/memberships/{membershipId}/charges/{chargeId}";
    private static final int MAX_REFERENCE = 128;
    private static final int MAX_ATTEMPT = 1_000;

    private final Commands commands;
    private final Told told;

    ChargeRoutes(Commands commands) {
        this.commands = commands;
        told = new Told(commands);
    }

    /** A charge was paid. */
    @PostMapping(CHARGE + ":paid")
    ResponseEntity<CommandAnswer> paid(
            @PathVariable String membershipId,
            @PathVariable String chargeId,
            @RequestBody PaidBody body,
            CallContext context) {
        ChargeId charge = new ChargeId(chargeId);
        Fields fields = new Fields();
        String reference = fields.text("paymentReference", body.paymentReference(), MAX_REFERENCE);
        Money amount = fields.money("amount", body.amount());
        Money tax = body.tax() == null ? Money.zero(amount.currency()) : fields.money("tax", body.tax());
        fields.check();
        return tell(membershipId, context, (id, terms) -> new ReportPaid(id, charge, reference, amount, tax, terms));
    }

    /** An attempt was declined. */
    @PostMapping(CHARGE + ":declined")
    ResponseEntity<CommandAnswer> declined(
            @PathVariable String membershipId,
            @PathVariable String chargeId,
            @RequestBody DeclinedBody body,
            CallContext context) {
        ChargeId charge = new ChargeId(chargeId);
        Fields fields = new Fields();
        int attempt = fields.number("attempt", body.attempt(), 1, MAX_ATTEMPT);
        String reference = fields.optionalText("paymentReference", body.paymentReference(), MAX_REFERENCE);
        fields.check();
        return tell(membershipId, context, (id, terms) -> new ReportDeclined(id, charge, attempt, reference, terms));
    }

    private ResponseEntity<CommandAnswer> tell(
            String membershipId,
            CallContext context,
            BiFunction<MembershipId, ProgrammeTerms, MembershipCommand> command) {
        MembershipId id = new MembershipId(membershipId);
        MembershipFacts facts = commands.ask(new AskMembership(id), context);
        return CommandAnswer.respond(told.tell(facts.channelId(), id, context, command));
    }

    /** A refund was paid back. */
    @PostMapping("/v1/refunds/{refundId}:settled")
    ResponseEntity<CommandAnswer> settled(
            @PathVariable String refundId, @RequestBody SettledBody body, CallContext context) {
        RefundId id = new RefundId(refundId);
        Fields fields = new Fields();
        String reference = fields.text("paymentReference", body.paymentReference(), MAX_REFERENCE);
        fields.check();
        return CommandAnswer.respond(commands.execute(new SettleRefund(id, reference), id, context));
    }

    record PaidBody(@Nullable String paymentReference, @Nullable MoneyJson amount, @Nullable MoneyJson tax) {}

    record DeclinedBody(
            @Nullable Integer attempt,
            @Nullable String paymentReference,
            @Nullable MoneyJson amount,
            @Nullable MoneyJson tax) {}

    record SettledBody(@Nullable String paymentReference) {}
}
