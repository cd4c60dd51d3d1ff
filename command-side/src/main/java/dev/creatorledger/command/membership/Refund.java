package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.membership.RefundCommand.OpenRefund;
import dev.creatorledger.command.membership.RefundCommand.SettleRefund;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A refund: due, then settled (B25, B11). One payment has one, whatever the causes. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
class Refund {

    @AggregateIdentifier
    private RefundId id;

    private PaymentSplit split;
    private @Nullable String settledUnder;

    Refund() {}

    /** A command whose state is already so changes nothing; one that says something else is refused. */
    private record ARefundIsSettledOnce(String settledUnder, String asked) implements Rule {

        @Override
        public boolean holds() {
            return settledUnder.equals(asked);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.REFUND_FIXED, "The refund was settled under another reference.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenRefund command) {
        if (id == null) {
            apply(new RefundDue(
                    command.refundId(),
                    command.membershipId(),
                    command.channelId(),
                    command.memberId(),
                    command.chargeId(),
                    command.split(),
                    command.cause(),
                    command.dueAt()));
        }
    }

    @CommandHandler
    void decide(SettleRefund command, Clock clock) {
        if (settledUnder != null) {
            new ARefundIsSettledOnce(settledUnder, command.paymentReference()).check();
            return;
        }
        apply(new RefundSettled(id, command.paymentReference(), split, clock.instant()));
    }

    @EventSourcingHandler
    void evolve(RefundDue event) {
        id = event.refundId();
        split = event.split();
    }

    @EventSourcingHandler
    void evolve(RefundSettled event) {
        settledUnder = event.paymentReference();
    }
}
