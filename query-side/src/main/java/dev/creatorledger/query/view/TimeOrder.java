package dev.creatorledger.query.view;

import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * An order of documents by a time in their content, in which lists are read page by page; those of the same time are in
 * the order of their identities.
 *
 * @param <D> the kind of document
 */
public final class TimeOrder<D extends ViewDocument> {

    private static final char SEPARATOR = '/';
    private static final BsonInt64 UP = new BsonInt64(1);
    private static final BsonInt64 DOWN = new BsonInt64(-1);

    private final String time;
    private final Function<D, Instant> timeOf;
    private final BsonInt64 direction;
    private final String beyond;

    private TimeOrder(String field, Function<D, Instant> timeOf, BsonInt64 direction, String beyond) {
        this.time = DocumentReader.contentField(field);
        this.timeOf = timeOf;
        this.direction = direction;
        this.beyond = beyond;
    }

    /** The latest time first, by the field that {@link StoredInstant} writes it to. */
    public static <D extends ViewDocument> TimeOrder<D> newestFirst(String field, Function<D, Instant> timeOf) {
        return new TimeOrder<>(field, timeOf, DOWN, "$lt");
    }

    /** The earliest time first, by the field that {@link StoredInstant} writes it to. */
    public static <D extends ViewDocument> TimeOrder<D> oldestFirst(String field, Function<D, Instant> timeOf) {
        return new TimeOrder<>(field, timeOf, UP, "$gt");
    }

    /** Has the server keep the index that a list within these fields of the content is read by. */
    public void index(DocumentReader<D> documents, String... within) {
        BsonDocument keys = new BsonDocument();
        for (String field : within) {
            keys.append(DocumentReader.contentField(field), UP);
        }
        keys.putAll(keys());
        documents.index(keys);
    }

    private BsonDocument keys() {
        return new BsonDocument(time, direction).append(DocumentReader.ID, direction);
    }

    /**
     * A page of the documents that a filter lets pass.
     *
     * @throws dev.creatorledger.platform.refusal.Refusal INVALID_FIELD if the cursor is not of such a list
     */
    public Page<D> page(DocumentReader<D> documents, BsonDocument filter, PageRequest request) {
        String after = request.after();
        BsonDocument wanted = filter.clone();
        if (after != null) {
            wanted.append("$or", after(after));
        }
        List<D> found = documents.list(wanted, keys(), request.limit() + 1);
        return Page.of(
                found,
                request,
                document -> StoredInstant.micros(timeOf.apply(document)) + String.valueOf(SEPARATOR) + document.id());
    }

    private BsonArray after(String cursor) {
        int separator = cursor.indexOf(SEPARATOR);
        try {
            BsonInt64 micros = new BsonInt64(Long.parseLong(cursor.substring(0, Math.max(0, separator))));
            BsonString id = new BsonString(cursor.substring(separator + 1));
            return new BsonArray(List.of(
                    new BsonDocument(time, new BsonDocument(beyond, micros)),
                    new BsonDocument(time, micros).append(DocumentReader.ID, new BsonDocument(beyond, id))));
        } catch (NumberFormatException e) {
            throw PageRequest.malformedCursor();
        }
    }
}
