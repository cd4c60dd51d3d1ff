package dev.creatorledger.query.replay;

import dev.creatorledger.query.view.StoredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** A view of one collection that a test moves on by hand: each event sets a document to its own position, times ten. */
final class ScriptedView {

    private final List<String> events = new ArrayList<>();
    private final TreeMap<String, BsonDocument> live = new TreeMap<>();
    private long applied;

    /** Runs before each reading of documents. */
    Runnable beforeReading = () -> {};

    /** The view is asked for, and told, nothing beyond this position. */
    final List<Long> awaited = new ArrayList<>();

    /** An event about a document is stored; the view has not seen it yet. */
    ScriptedView stored(String... documents) {
        events.addAll(List.of(documents));
        return this;
    }

    /** The view sees everything that is stored. */
    ScriptedView caughtUp() {
        while (applied < events.size()) {
            String id = events.get((int) applied);
            applied++;
            live.put(id, document(id, applied));
        }
        return this;
    }

    private static BsonDocument document(String id, long at) {
        return new BsonDocument("_id", new BsonString(id))
                .append("at", new BsonInt64(at))
                .append("d", new BsonDocument("sum", new BsonInt64(at * 10)));
    }

    /** What is in the database, to be changed by hand. */
    Map<String, BsonDocument> documents() {
        return live;
    }

    /** Changes the content of a document by hand. */
    void damage(String id, BsonValue sum) {
        BsonDocument changed = Objects.requireNonNull(live.get(id)).clone();
        changed.getDocument("d").put("sum", sum);
        live.put(id, changed);
    }

    /** What the events make, folded up to here. */
    Comparison.Made made() {
        Made made = new Made();
        made.upTo(events.size(), position -> {});
        return made;
    }

    private final class Made implements Comparison.Made {

        private final Map<String, Long> changed = new HashMap<>();
        private long position;

        @Override
        public long position() {
            return position;
        }

        @Override
        public void upTo(long target, LongConsumer each) {
            while (position < target) {
                position++;
                changed.put(events.get((int) position - 1), position);
                each.accept(position);
            }
        }

        @Override
        public long at(String id) {
            return changed.getOrDefault(id, -1L);
        }

        @Override
        public @Nullable RawBsonDocument stored(String id) {
            Long at = changed.get(id);
            return at == null ? null : raw(document(id, at));
        }

        @Override
        public List<String> ids() {
            return List.copyOf(changed.keySet());
        }
    }

    /** The view as a comparison reads it. */
    Comparison.Live live() {
        return new Comparison.Live() {

            @Override
            public void forEach(Consumer<StoredDocument> each) {
                List<String> ids = List.copyOf(live.keySet());
                for (String id : ids) {
                    find(List.of(id)).forEach(each);
                }
            }

            @Override
            public List<StoredDocument> find(List<String> ids) {
                beforeReading.run();
                return ids.stream()
                        .map(live::get)
                        .filter(Objects::nonNull)
                        .map(document -> StoredDocument.of(raw(document)))
                        .toList();
            }

            @Override
            public long head() {
                return events.size();
            }

            @Override
            public void await(long position) {
                awaited.add(position);
                caughtUp();
            }
        };
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec());
    }
}
