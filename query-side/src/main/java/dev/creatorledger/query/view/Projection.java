package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the documents of one collection: a pure function of (document, event, position), the same for live
 * events and for a rebuild.
 *
 * @param <D> the kind of document
 */
public final class Projection<D extends ViewDocument> {

    private final String collection;
    private final DocumentForm<D> form;
    private final Map<Class<?>, Step<D, ?>> steps;
    private final @Nullable Function<String, List<String>> streams;

    private Projection(Builder<D> told) {
        collection = told.collection;
        form = told.form;
        steps = Map.copyOf(told.steps);
        streams = told.streams;
    }

    /** A projection into a collection, to be told what each event does. */
    public static <D extends ViewDocument> Builder<D> into(String collection, DocumentForm<D> form) {
        return new Builder<>(collection, form);
    }

    /** The collection's name. */
    public String collection() {
        return collection;
    }

    /** The same into another collection, without versions. */
    Projection<D> under(String otherCollection) {
        Builder<D> same = new Builder<>(otherCollection, form);
        same.steps.putAll(steps);
        return same.build();
    }

    /** The classes of the events that can change a document. */
    public Set<Class<?>> events() {
        return steps.keySet();
    }

    DocumentForm<D> form() {
        return form;
    }

    /** Whether the past of its documents can be asked, and so versions of them are kept (U2). */
    public boolean isKept() {
        return streams != null;
    }

    /** The name of the collection with the versions of its documents. */
    public String versions() {
        return collection + "_versions";
    }

    /** The streams of the events that can change a document ({@link Builder#kept}); empty: any. */
    List<String> streamsOf(String id) {
        return streams == null ? List.of() : streams.apply(id);
    }

    /** The documents that an event is about; none if it is about none. */
    Collection<String> documentsOf(LedgerEvent event) {
        Step<D, ?> step = steps.get(event.getClass());
        return step == null ? List.of() : step.documentsOf(event);
    }

    /**
     * Folds an event into its document; an event at or before the last one seen changes nothing.
     *
     * @return whether anything is different afterwards
     */
    boolean fold(D document, LedgerEvent event, long position) {
        if (position <= document.at()) {
            return false;
        }
        Step<D, ?> step = steps.get(event.getClass());
        if (step == null || !step.fold(document, event)) {
            return false;
        }
        document.changedAt(position);
        return true;
    }

    private record Step<D, E extends LedgerEvent>(
            Class<E> type, Function<? super E, ? extends Collection<String>> keys, BiPredicate<D, ? super E> change) {

        Collection<String> documentsOf(LedgerEvent event) {
            return keys.apply(type.cast(event));
        }

        boolean fold(D document, LedgerEvent event) {
            return change.test(document, type.cast(event));
        }
    }

    /** Gathers what each event does. */
    public static final class Builder<D extends ViewDocument> {

        private final String collection;
        private final DocumentForm<D> form;
        private final Map<Class<?>, Step<D, ?>> steps = new HashMap<>();
        private @Nullable Function<String, List<String>> streams;

        private Builder(String collection, DocumentForm<D> form) {
            this.collection = collection;
            this.form = form;
        }

        /**
         * What an event does.
         *
         * @param type the event's class
         * @param key the identity of the document that it is about; null for none
         * @param change changes the document; whether anything is different afterwards
         */
        public <E extends LedgerEvent> Builder<D> on(
                Class<E> type, Function<? super E, @Nullable String> key, BiPredicate<D, E> change) {
            return onEach(type, event -> listed(key.apply(event)), change);
        }

        private static List<String> listed(@Nullable String key) {
            return key == null ? List.of() : List.of(key);
        }

        /**
         * What an event does to each of several documents.
         *
         * @param type the event's class
         * @param keys the identities of the documents that it is about, each once
         * @param change changes one of them; whether anything is different afterwards
         */
        public <E extends LedgerEvent> Builder<D> onEach(
                Class<E> type,
                Function<? super E, ? extends Collection<String>> keys,
                BiPredicate<D, ? super E> change) {
            if (steps.put(type, new Step<>(type, keys, change)) != null) {
                throw new IllegalStateException(collection + " is told twice what to do on " + type.getSimpleName());
            }
            return this;
        }

        /**
         * Keeps versions of its documents, so that their past can be asked (U2).
         *
         * @param streamsOf by a document's identity, the streams of all events that can change it: names, or beginnings
         *     of names that end with a colon; empty for any
         */
        public Builder<D> kept(Function<String, List<String>> streamsOf) {
            streams = streamsOf;
            return this;
        }

        /** The projection. */
        public Projection<D> build() {
            return new Projection<>(this);
        }
    }
}
