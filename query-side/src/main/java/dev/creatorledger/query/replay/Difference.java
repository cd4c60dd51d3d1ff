package dev.creatorledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.query.view.StoredDocument;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document in which the live view and the events disagree.
 *
 * @param collection where it is
 * @param document its identity
 * @param kind in what way
 * @param field the first field that differs, as it is stored ({@code d.available}); absent where fields are only in
 *     another order, or where one of the documents does not exist
 * @param live what the view holds there, as JSON, cut; absent if nothing
 * @param rebuilt what the events make of it, as JSON, cut; absent if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        String collection,
        String document,
        Kind kind,
        @Nullable String field,
        @Nullable String live,
        @Nullable String rebuilt) {

    private static final int MAX_CHARACTERS = 200;
    private static final String WRAPPED = "v";
    private static final char STEP = '.';

    /** In what way a document differs. */
    public enum Kind {
        /** It is another one than the events make. */
        CHANGED,
        /** The events make it, and the view does not have it. */
        MISSING,
        /** The view has it, and no event has made it. */
        EXTRA
    }

    /** A document that the view lacks. */
    static Difference missing(String collection, String document, @Nullable RawBsonDocument rebuilt) {
        return new Difference(collection, document, Kind.MISSING, null, null, json(rebuilt));
    }

    /** A document that is not what the events make: nothing, or another one. */
    static Difference of(String collection, StoredDocument live, @Nullable RawBsonDocument rebuilt) {
        if (rebuilt == null) {
            return new Difference(collection, live.id(), Kind.EXTRA, null, json(live.bson()), null);
        }
        Place place = first("", live.bson(), rebuilt);
        return place == null
                ? new Difference(collection, live.id(), Kind.CHANGED, null, json(live.bson()), json(rebuilt))
                : new Difference(
                        collection, live.id(), Kind.CHANGED, place.path(), json(place.live()), json(place.rebuilt()));
    }

    private record Place(String path, @Nullable BsonValue live, @Nullable BsonValue rebuilt) {}

    /** The first place where two values differ, however deep; null if they are equal. */
    private static @Nullable Place first(String path, @Nullable BsonValue live, @Nullable BsonValue rebuilt) {
        if (live instanceof BsonDocument one && rebuilt instanceof BsonDocument other) {
            return firstOfFields(path, one, other);
        }
        if (live instanceof BsonArray one && rebuilt instanceof BsonArray other) {
            return firstOfItems(path, one, other);
        }
        return live != null && live.equals(rebuilt) ? null : new Place(path, live, rebuilt);
    }

    private static @Nullable Place firstOfFields(String path, BsonDocument live, BsonDocument rebuilt) {
        Set<String> fields = new LinkedHashSet<>(rebuilt.keySet());
        fields.addAll(live.keySet());
        for (String field : fields) {
            String below = path.isEmpty() ? field : path + STEP + field;
            Place place = first(below, live.get(field), rebuilt.get(field));
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Place firstOfItems(String path, BsonArray live, BsonArray rebuilt) {
        for (int i = 0; i < Math.max(live.size(), rebuilt.size()); i++) {
            Place place = first(
                    path + STEP + i, i < live.size() ? live.get(i) : null, i < rebuilt.size() ? rebuilt.get(i) : null);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable String json(@Nullable BsonValue value) {
        if (value == null) {
            return null;
        }
        String wrapped = new BsonDocument(WRAPPED, value).toJson();
        String json = wrapped.substring(wrapped.indexOf(':') + 1, wrapped.length() - 1)
                .strip();
        return json.length() <= MAX_CHARACTERS ? json : json.substring(0, MAX_CHARACTERS) + '…';
    }
}
