package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;

/** Delivers a history to views as a processor would: in batches of any size, with repeats and crashes. */
final class RandomDelivery {

    private final MongoDatabase database;
    private final ViewGroup group;
    private final Eras eras;
    private final Random random;

    RandomDelivery(MongoDatabase database, ViewGroup group, Eras eras, Random random) {
        this.database = database;
        this.group = group;
        this.eras = eras;
        this.random = random;
    }

    /** As a processor would with a token: batches in order, after a crash again from where the token stands. */
    void deliver(List<LedgerEvent> events) {
        GroupStore store = new GroupStore(database, group, eras, 50);
        int token = 0;
        while (token < events.size()) {
            int end = Math.min(events.size(), token + 1 + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> {
                    writeSomeThenCrash(events, token, end);
                    store.forget(); // what comes after a crash is another process
                }
                case 1 -> {
                    fold(store, events, token, end);
                    store.forget();
                    token = Math.max(0, token - random.nextInt(40)); // an older token: all of it comes again
                    fold(store, events, token, end);
                    token = end;
                }
                default -> {
                    fold(store, events, token, end);
                    token = end;
                }
            }
            if (random.nextInt(5) == 0) {
                store.forget();
            }
        }
    }

    /** About half the documents of one collection are written, or only their versions, then the process dies. */
    private void writeSomeThenCrash(List<LedgerEvent> events, int from, int to) {
        List<Projection<?>> projections = group.projections();
        writeSome(projections.get(random.nextInt(projections.size())), events, from, to, random.nextInt(2));
    }

    private <D extends ViewDocument> void writeSome(
            Projection<D> written, List<LedgerEvent> events, int from, int to, int half) {
        Set<String> ids = events.subList(from, to).stream()
                .flatMap(event -> written.documentsOf(event).stream())
                .filter(id -> Math.floorMod(id.hashCode(), 2) == half)
                .collect(Collectors.toSet());
        DocumentStore<D> store = new DocumentStore<>(database, written, eras, 50);
        Map<String, D> documents = store.take(ids);
        List<RawBsonDocument> before = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (String id : written.documentsOf(events.get(i))) {
                D document = documents.get(id);
                if (document != null) {
                    store.fold(document, events.get(i), i + 1, before);
                }
            }
        }
        store.keep(before);
        if (random.nextBoolean()) {
            store.write(documents.values());
        }
    }

    private static void fold(GroupStore store, List<LedgerEvent> events, int from, int to) {
        FoldedBatch batch = new FoldedBatch(store);
        for (int i = from; i < to; i++) {
            batch.take(events.get(i), i + 1);
        }
        batch.finish();
    }
}
