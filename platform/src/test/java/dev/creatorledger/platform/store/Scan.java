package dev.creatorledger.platform.store;

import java.util.function.Consumer;

/** Looks along positions on PostgreSQL, which could do better: so both ways are held to the same tests. */
final class Scan extends ScannedEvents {

    private final JdbcStoredEvents positions;

    Scan(TestStore in) {
        positions = new JdbcStoredEvents(in.dataSource);
    }

    @Override
    public long head() {
        return positions.head();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> each) {
        positions.read(after, upTo, each);
    }
}
