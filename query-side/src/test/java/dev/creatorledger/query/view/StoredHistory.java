package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.TestLedger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A history as if it were stored, the first event at position 1; payloads are left out. */
record StoredHistory(List<LedgerEvent> events) implements StoredEvents {

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> each) {
        for (int i = (int) Math.max(0, after); i < Math.min(upTo, events.size()); i++) {
            byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
            String type = events.get(i).getClass().getSimpleName();
            each.accept(new StoredEvent(i + 1, "e" + i, "", "", 0, Instant.EPOCH, type, "1", nothing, nothing));
        }
    }

    @Override
    public List<StoredEvent> page(Filter filter, long after, int limit) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }

    @Override
    public List<StoredEvent> newest(String type, long before, int limit) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }

    @Override
    public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
        read(after, upTo, stored -> {
            if (sources.stream().anyMatch(source -> source.types().contains(stored.type()))) {
                each.accept(stored);
            }
        });
    }

    @Override
    public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }

    @Override
    public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }

    @Override
    public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
        read(after, upTo, stored -> {
            String stream =
                    TestLedger.streamOf(events.get((int) stored.position() - 1)).toString();
            if (kinds.stream().anyMatch(kind -> kind.type().equals(stored.type()) && isOf(stream, kind.streams()))) {
                each.accept(stored);
            }
        });
    }

    private static boolean isOf(String stream, Set<String> streams) {
        return streams.isEmpty()
                || streams.stream()
                        .anyMatch(name -> name.endsWith(":") ? stream.startsWith(name) : stream.equals(name));
    }

    @Override
    public void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }

    @Override
    public long lastRecordedBy(Instant at) {
        throw new UnsupportedOperationException("a rebuild reads everything");
    }
}
