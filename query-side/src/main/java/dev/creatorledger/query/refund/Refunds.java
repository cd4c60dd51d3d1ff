package dev.creatorledger.query.refund;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.TimeOrder;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Reads refunds, newest first. */
public final class Refunds {

    /** What fills their collection. */
    public static final Projection<?> PROJECTION = RefundDocument.PROJECTION;

    private static final TimeOrder<RefundDocument> NEWEST_FIRST =
            TimeOrder.newestFirst(RefundForm.DUE_AT, refund -> refund.dueAt);

    private final DocumentReader<RefundDocument> refunds;

    /** Reads from the views in a database, and has it keep the indexes that the lists are read by. */
    public Refunds(MongoDatabase database) {
        refunds = new DocumentReader<>(database, RefundDocument.PROJECTION);
        NEWEST_FIRST.index(refunds, RefundForm.STATUS);
        NEWEST_FIRST.index(refunds, RefundForm.CAUSE);
        NEWEST_FIRST.index(refunds, RefundForm.CHANNEL);
        NEWEST_FIRST.index(refunds);
    }

    /** The refunds of a status, or all. */
    Page<RefundJson> ofStatus(@Nullable RefundStatus status, PageRequest request) {
        return page(RefundForm.STATUS, status == null ? null : status.name(), request);
    }

    /** The refunds of a cause, or all. */
    Page<RefundJson> ofCause(@Nullable RefundCause cause, PageRequest request) {
        return page(RefundForm.CAUSE, cause == null ? null : cause.name(), request);
    }

    /** The refunds of a channel's members. */
    Page<RefundJson> ofChannel(ChannelId channelId, PageRequest request) {
        return page(RefundForm.CHANNEL, channelId.value(), request);
    }

    private Page<RefundJson> page(String field, @Nullable String value, PageRequest request) {
        BsonDocument filter = new BsonDocument();
        if (value != null) {
            filter.append(DocumentReader.contentField(field), new BsonString(value));
        }
        Page<RefundDocument> page = NEWEST_FIRST.page(refunds, filter, request);
        return new Page<>(page.items().stream().map(RefundJson::of).toList(), page.next());
    }
}
