package dev.creatorledger.platform.store;

class ScannedRangesIT extends StoredRangesContract {

    @Override
    StoredEvents events(TestStore in) {
        return new Scan(in);
    }
}
