package dev.creatorledger.platform.store;

class ScannedDecisionsIT extends StoredDecisionsContract {

    @Override
    StoredDecisions decisions(TestStore in) {
        return new Scan(in).decisions();
    }
}
