package dev.creatorledger.query.payout;

import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a payout (P4). */
final class PayoutDocument extends ViewDocument {

    /** The projection of payouts. */
    static final Projection<PayoutDocument> PROJECTION = Projection.into("payouts", new PayoutForm())
            .on(PayoutRequested.class, e -> e.payoutId().value(), PayoutDocument::requested)
            .on(PayoutApproved.class, e -> e.payoutId().value(), PayoutDocument::approved)
            .on(PayoutSent.class, e -> e.payoutId().value(), (payout, e) -> payout.turned(PayoutStatus.SENT))
            .on(PayoutSettled.class, e -> e.payoutId().value(), PayoutDocument::settled)
            .on(PayoutRejected.class, e -> e.payoutId().value(), PayoutDocument::rejected)
            .on(PayoutCancelled.class, e -> e.payoutId().value(), PayoutDocument::cancelled)
            .on(PayoutFailed.class, e -> e.payoutId().value(), PayoutDocument::failed)
            .on(PayoutReturned.class, e -> e.payoutId().value(), PayoutDocument::returned)
            .kept(id -> List.of(PayoutId.PREFIX + id))
            .build();

    String channelId = "";
    PayoutStatus status = PayoutStatus.REQUESTED;
    Money amount = Money.zero(Money.IRR);

    @Nullable
    Personal iban;

    Instant requestedAt = Instant.EPOCH;

    @Nullable
    Instant approvedAt;

    @Nullable
    SettlementTerms terms;

    /** When it ended without being settled, if it did. */
    @Nullable
    Instant endedAt;

    @Nullable
    Instant settledAt;

    @Nullable
    Integer lateByBusinessDays;

    @Nullable
    String reason;

    PayoutDocument(String id) {
        super(id);
    }

    private boolean requested(PayoutRequested event) {
        channelId = event.channelId().value();
        amount = event.amount();
        iban = event.account().iban();
        requestedAt = event.requestedAt();
        return true;
    }

    private boolean approved(PayoutApproved event) {
        approvedAt = event.approvedAt();
        terms = event.terms();
        return turned(PayoutStatus.APPROVED);
    }

    private boolean settled(PayoutSettled event) {
        settledAt = event.settledAt();
        lateByBusinessDays = event.lateByBusinessDays();
        return turned(PayoutStatus.SETTLED);
    }

    private boolean rejected(PayoutRejected event) {
        reason = event.reason();
        return turned(PayoutStatus.REJECTED);
    }

    private boolean cancelled(PayoutCancelled event) {
        endedAt = event.cancelledAt();
        return turned(PayoutStatus.CANCELLED);
    }

    private boolean failed(PayoutFailed event) {
        endedAt = event.failedAt();
        reason = event.reason();
        return turned(PayoutStatus.FAILED);
    }

    private boolean returned(PayoutReturned event) {
        reason = event.reason();
        return turned(PayoutStatus.RETURNED);
    }

    private boolean turned(PayoutStatus next) {
        status = next;
        return true;
    }

    /** Whether its deadline runs: it is approved and has not ended (P5). */
    boolean runs() {
        return status == PayoutStatus.APPROVED || status == PayoutStatus.SENT;
    }

    /** Whether it should have been settled by now and has not ended in any way (P6). */
    boolean isOverdue(Instant now) {
        return runs() && terms != null && !terms.isKeptBy(now);
    }
}
