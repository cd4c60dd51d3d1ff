package dev.creatorledger.query.refund;

import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about a refund (B25, B11). */
final class RefundDocument extends ViewDocument {

    /** The projection of refunds. */
    static final Projection<RefundDocument> PROJECTION = Projection.into("refunds", new RefundForm())
            .on(RefundDue.class, e -> e.refundId().value(), RefundDocument::due)
            .on(RefundSettled.class, e -> e.refundId().value(), RefundDocument::settled)
            .build();

    private static final Money NOTHING = Money.zero(Money.IRR);

    String membershipId = "";
    String channelId = "";
    String memberId = "";
    String chargeId = "";
    PaymentSplit split = new PaymentSplit(NOTHING, NOTHING, NOTHING, NOTHING);
    RefundCause cause = RefundCause.NOT_OWED;
    RefundStatus status = RefundStatus.DUE;
    Instant dueAt = Instant.EPOCH;

    @Nullable
    Instant settledAt;

    RefundDocument(String id) {
        super(id);
    }

    /** Five texts, four amounts. */
    @Override
    protected int weight() {
        return 6;
    }

    private boolean due(RefundDue event) {
        membershipId = event.membershipId().value();
        channelId = event.channelId().value();
        memberId = event.memberId().value();
        chargeId = event.chargeId().value();
        split = event.split();
        cause = event.cause();
        dueAt = event.dueAt();
        return true;
    }

    private boolean settled(RefundSettled event) {
        status = RefundStatus.SETTLED;
        settledAt = event.settledAt();
        return true;
    }
}
