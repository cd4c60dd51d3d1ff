package dev.creatorledger.standalone.e2e;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.platform.store.PayloadUpcaster;
import tools.jackson.databind.node.ObjectNode;

/** As if the creator's part of final earnings had been called otherwise in a revision before the first. */
public final class EarningsOfTheBeginning extends PayloadUpcaster {

    /** As services are made. */
    public EarningsOfTheBeginning() {
        super(EarningsFinalized.class, 0);
    }

    @Override
    protected void change(ObjectNode payload) {
        payload.set("creatorPart", payload.remove("creatorShare"));
    }
}
