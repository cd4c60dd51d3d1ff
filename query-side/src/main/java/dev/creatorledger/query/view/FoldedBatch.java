package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;

/** The events of one batch: gathered, then folded in memory and written once per document. Used by one thread. */
final class FoldedBatch {

    private final GroupStore group;
    private final List<Part<?>> parts = new ArrayList<>();

    FoldedBatch(GroupStore group) {
        this.group = group;
        group.stores().forEach(store -> parts.add(new Part<>(store)));
    }

    /**
     * Takes an event, in the order of positions.
     *
     * @throws Unfoldable if a projection cannot tell which documents it is about
     */
    void take(LedgerEvent event, long position) {
        for (int number : group.interestsIn(event.getClass())) {
            parts.get(number).take(event, position);
        }
    }

    /**
     * Folds and writes everything.
     *
     * @throws ViewConflict if a document could not be written; done again later, the batch changes the others no more
     * @throws Unfoldable if a projection fails at an event, as where a sum overflows; nothing is written then
     */
    void finish() {
        parts.forEach(Part::fold);
        parts.forEach(Part::write);
    }

    private record Taken(String document, LedgerEvent event, long position) {}

    /** What concerns one projection. */
    private static final class Part<D extends ViewDocument> {

        private final DocumentStore<D> store;
        private final List<Taken> taken = new ArrayList<>();
        private final List<RawBsonDocument> before = new ArrayList<>();
        private Map<String, D> documents = Map.of();

        Part(DocumentStore<D> store) {
            this.store = store;
        }

        void take(LedgerEvent event, long position) {
            try {
                for (String document : store.projection().documentsOf(event)) {
                    taken.add(new Taken(document, event, position));
                }
            } catch (RuntimeException e) {
                throw new Unfoldable(position, e);
            }
        }

        void fold() {
            Set<String> ids = new LinkedHashSet<>();
            taken.forEach(one -> ids.add(one.document()));
            documents = store.take(ids);
            for (Taken one : taken) {
                D document = documents.get(one.document());
                if (document != null) {
                    fold(document, one);
                }
            }
        }

        private void fold(D document, Taken one) {
            try {
                store.fold(document, one.event(), one.position(), before);
            } catch (RuntimeException e) {
                throw new Unfoldable(one.position(), e);
            }
        }

        void write() {
            store.keep(before);
            store.write(documents.values());
        }
    }
}
