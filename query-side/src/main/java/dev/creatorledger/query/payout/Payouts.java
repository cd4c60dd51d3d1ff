package dev.creatorledger.query.payout;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads payouts, newest first. */
public final class Payouts {

    /** What fills the view. */
    public static final View VIEW = new View(View.PAYOUTS, List.of(PayoutDocument.PROJECTION));

    private static final String SINCE = DocumentReader.contentField(PayoutForm.REQUESTED_AT);
    private static final String CHANNEL = DocumentReader.contentField(PayoutForm.CHANNEL);
    private static final String STATUS = DocumentReader.contentField(PayoutForm.STATUS);
    private static final String APPROVED_AT = DocumentReader.contentField(PayoutForm.APPROVED_AT);
    private static final BsonValue DOWN = new BsonInt64(-1);

    private final DocumentReader<PayoutDocument> payouts;

    /** Reads from the views in a database, and has it keep the indexes that the lists are read by. */
    public Payouts(MongoDatabase database) {
        payouts = new DocumentReader<>(database, PayoutDocument.PROJECTION);
        payouts.index(newestFirst(CHANNEL));
        payouts.index(newestFirst(STATUS));
        payouts.index(newestFirst(null));
    }

    private static BsonDocument newestFirst(@Nullable String within) {
        BsonDocument order = new BsonDocument();
        if (within != null) {
            order.append(within, new BsonInt64(1));
        }
        return order.append(SINCE, DOWN).append(DocumentReader.ID, DOWN);
    }

    /**
     * One payout.
     *
     * @throws Refusal NOT_FOUND if there is none of this id
     */
    PayoutDocument require(PayoutId payoutId) {
        PayoutDocument payout = payouts.find(payoutId.value());
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
        String after = request.after();
        if (after != null) {
            filter.append("$or", beyond(after));
        }
        List<PayoutDocument> found = payouts.list(filter, newestFirst(null), request.limit() + 1);
        return Page.of(found, request, payout -> PayoutForm.micros(payout.requestedAt) + "/" + payout.id());
    }

    private static BsonArray beyond(String cursor) {
        int slash = cursor.indexOf('/');
        try {
            BsonInt64 micros = new BsonInt64(Long.parseLong(cursor.substring(0, Math.max(0, slash))));
            BsonString id = new BsonString(cursor.substring(slash + 1));
            return new BsonArray(List.of(
                    new BsonDocument(SINCE, new BsonDocument("$lt", micros)),
                    new BsonDocument(SINCE, micros).append(DocumentReader.ID, new BsonDocument("$lt", id))));
        } catch (NumberFormatException e) {
            throw PageRequest.malformedCursor();
        }
    }
}
