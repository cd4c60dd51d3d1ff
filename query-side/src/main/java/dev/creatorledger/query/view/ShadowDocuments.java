package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection in a {@link Shadow}. Used by one thread at a time.
 *
 * @param <D> the kind of document
 */
public final class ShadowDocuments<D extends ViewDocument> {

    private static final int CHUNK = 1_000;

    private final Projection<D> projection;
    private final DocumentCodec<D> codec;
    private final Eras eras;
    private final Map<String, D> documents = new HashMap<>();
    private final Map<String, RawBsonDocument> versions = new LinkedHashMap<>();
    private @Nullable Versions<D> keptIn;

    ShadowDocuments(Projection<D> projection, Eras eras) {
        this.projection = projection;
        this.eras = eras;
        this.codec = new DocumentCodec<>(projection.form());
    }

    /** The name of the collection that holds the live ones. */
    public String collection() {
        return projection.collection();
    }

    void fold(LedgerEvent event, long position) {
        for (String id : projection.documentsOf(event)) {
            D document = documents.computeIfAbsent(id, projection.form()::blank);
            if (projection.isKept() && eras.endedBetween(document.at(), position)) {
                RawBsonDocument before = Versions.made(codec, eras, document, position);
                if (projection.fold(document, event, position)) {
                    keep(before);
                }
            } else {
                projection.fold(document, event, position);
            }
        }
    }

    private void keep(RawBsonDocument version) {
        versions.put(version.getString(DocumentCodec.ID).getValue(), version);
        if (keptIn != null && versions.size() == CHUNK) {
            flush(keptIn);
        }
    }

    private void flush(Versions<D> into) {
        into.keep(List.copyOf(versions.values()));
        versions.clear();
    }

    /** Whether versions of the documents are kept. */
    public boolean haveVersions() {
        return projection.isKept();
    }

    /** The name of the collection that holds the versions of the live ones. */
    public String versionsCollection() {
        return projection.versions();
    }

    /** What the documents were at the end of eras, by identity, the earliest ended first. */
    public Map<String, RawBsonDocument> versions() {
        return Collections.unmodifiableMap(versions);
    }

    /** The position of the event that ended a version; negative if there is no such version. */
    public long endOf(String version) {
        RawBsonDocument found = versions.get(version);
        return found == null
                ? ViewDocument.UNSEEN
                : found.getInt64(Versions.UNTIL).getValue();
    }

    /** Writes versions in place of those of the live ones as they come up, and keeps none of them in memory. */
    void keepVersionsIn(MongoDatabase database) {
        if (projection.isKept()) {
            keptIn = new Versions<>(database, projection, eras);
            keptIn.clear();
        }
    }

    /** The identities of all that would be stored. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(documents.size());
        documents.forEach((id, document) -> {
            if (document.at() != ViewDocument.UNSEEN) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The position of the last event that changed a document; negative if there is no such document. */
    public long at(String id) {
        D document = documents.get(id);
        return document == null ? ViewDocument.UNSEEN : document.at();
    }

    /** A document as it would be stored, byte for byte; null if there is none. */
    public @Nullable RawBsonDocument stored(String id) {
        D document = documents.get(id);
        if (document == null || document.at() == ViewDocument.UNSEEN) {
            return null;
        }
        try (BasicOutputBuffer buffer = new BasicOutputBuffer()) {
            codec.encode(
                    new BsonBinaryWriter(buffer),
                    document,
                    EncoderContext.builder().build());
            return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
        }
    }

    /** Writes all of them in place of what the collection held. */
    void replace(MongoDatabase database) {
        if (keptIn != null) {
            flush(keptIn);
        }
        new DocumentStore<>(database, projection, eras, 0).replaceAll(changed());
    }

    /** Those that are not written as they are. */
    private List<D> changed() {
        return documents.values().stream().filter(ViewDocument::isChanged).toList();
    }

    /** A place beside the live collection, to be filled and then put in its place. */
    public BesideLive<D> beside(MongoDatabase database) {
        return new BesideLive<>(database, projection, eras, this::changed, this::versions);
    }
}
