package dev.creatorledger.query.charge;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.StoredInstant;
import dev.creatorledger.query.view.TimeOrder;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Reads charges that are due, in the order of their due times. */
public final class Charges {

    /** What fills their collection. */
    public static final Projection<?> PROJECTION = ChargeDocument.PROJECTION;

    private static final TimeOrder<ChargeDocument> OLDEST_FIRST =
            TimeOrder.oldestFirst(ChargeDocument.DUE_AT, charge -> asked(charge).dueAt());

    private final DocumentReader<ChargeDocument> charges;

    /** Reads from the views in a database, and has it keep the index that the list is read by. */
    public Charges(MongoDatabase database) {
        charges = new DocumentReader<>(database, ChargeDocument.PROJECTION);
        OLDEST_FIRST.index(charges);
    }

    private static ChargeDocument.Asked asked(ChargeDocument charge) {
        return Objects.requireNonNull(charge.asked, "a charge with a due time is asked");
    }

    /** The charges without an outcome that fall due before an instant. */
    Page<ChargeDueJson> dueBefore(Instant instant, PageRequest request) {
        return due("$lt", instant, request);
    }

    /** The charges without an outcome that are due by an instant. */
    Page<ChargeDueJson> dueBy(Instant instant, PageRequest request) {
        return due("$lte", instant, request);
    }

    private Page<ChargeDueJson> due(String compared, Instant instant, PageRequest request) {
        BsonDocument filter = new BsonDocument(
                DocumentReader.contentField(ChargeDocument.DUE_AT),
                new BsonDocument(compared, new BsonInt64(StoredInstant.micros(instant))));
        Page<ChargeDocument> page = OLDEST_FIRST.page(charges, filter, request);
        return new Page<>(
                page.items().stream()
                        .map(charge -> ChargeDueJson.of(charge.id(), asked(charge)))
                        .toList(),
                page.next());
    }
}
