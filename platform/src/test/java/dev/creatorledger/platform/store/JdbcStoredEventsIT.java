package dev.creatorledger.platform.store;

class JdbcStoredEventsIT extends StoredEventsContract {

    @Override
    StoredEvents events(TestStore in) {
        return new JdbcStoredEvents(in.dataSource);
    }
}
