package dev.creatorledger.platform.store;

class StoredRangesIT extends StoredRangesContract {

    @Override
    StoredEvents events(TestStore in) {
        return new JdbcStoredEvents(in.dataSource);
    }
}
