package dev.creatorledger.platform.store;

class ScannedEventsIT extends StoredEventsContract {

    @Override
    StoredEvents events(TestStore in) {
        return new Scan(in);
    }
}
