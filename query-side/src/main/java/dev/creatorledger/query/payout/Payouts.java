package dev.creatorledger.query.payout;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.TimeOrder;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Reads payouts, newest first. */
public final class Payouts {

    /** What fills the view. */
    public static final View VIEW = new View(View.PAYOUTS, List.of(PayoutDocument.PROJECTION));

    private static final TimeOrder<PayoutDocument> NEWEST_FIRST =
            TimeOrder.newestFirst(PayoutForm.REQUESTED_AT, payout -> payout.requestedAt);
    private static final String CHANNEL = DocumentReader.contentField(PayoutForm.CHANNEL);
    private static final String STATUS = DocumentReader.contentField(PayoutForm.STATUS);
    private static final String APPROVED_AT = DocumentReader.contentField(PayoutForm.APPROVED_AT);

    private final DocumentReader<PayoutDocument> payouts;
    private final Past past;

    /** Reads from the views in a database, and has it keep the indexes that the lists are read by. */
    public Payouts(MongoDatabase database, Past past) {
        this.past = past;
        payouts = new DocumentReader<>(database, PayoutDocument.PROJECTION);
        NEWEST_FIRST.index(payouts, PayoutForm.CHANNEL);
        NEWEST_FIRST.index(payouts, PayoutForm.STATUS);
        NEWEST_FIRST.index(payouts);
    }

    /**
     * One payout.
     *
     * @throws Refusal NOT_FOUND if there is none of this id
     */
    PayoutDocument require(PayoutId payoutId) {
        return require(payoutId, null);
    }

    /**
     * One payout as it was.
     *
     * @param moment when; absent for now
     * @throws Refusal NOT_FOUND if there was none of this id
     */
    PayoutDocument require(PayoutId payoutId, @Nullable Moment moment) {
        String id = payoutId.value();
        PayoutDocument payout =
                moment == null ? payouts.find(id) : past.find(PayoutDocument.PROJECTION, id, moment.position());
        if (payout == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no payout " + payoutId.value());
        }
        return payout;
    }

    /** The payouts of a channel. */
    Page<PayoutDocument> ofChannel(String channelId, PageRequest request) {
        return page(new BsonDocument(CHANNEL, new BsonString(channelId)), request);
    }

    /** The payouts of a status, or all. */
    Page<PayoutDocument> ofStatus(@Nullable PayoutStatus status, PageRequest request) {
        return page(
                status == null ? new BsonDocument() : new BsonDocument(STATUS, new BsonString(status.name())), request);
    }

    /** The payouts that were ever approved: those that have a deadline. */
    Page<PayoutDocument> approved(PageRequest request) {
        return page(new BsonDocument(APPROVED_AT, new BsonDocument("$exists", BsonBoolean.TRUE)), request);
    }

    private Page<PayoutDocument> page(BsonDocument filter, PageRequest request) {
        return NEWEST_FIRST.page(payouts, filter, request);
    }
}
