package dev.creatorledger.platform.store;

import dev.creatorledger.platform.chain.EventChain;
import java.time.Clock;

class EventChainIT extends EventChainContract {

    @Override
    EventChain chain(TestStore in, String chainName, StoredEvents read, Clock clock) {
        return new EventChain(in.dataSource, read, clock);
    }
}
