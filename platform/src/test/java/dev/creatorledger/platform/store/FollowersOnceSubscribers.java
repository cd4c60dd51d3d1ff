package dev.creatorledger.platform.store;

import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import tools.jackson.databind.node.ObjectNode;

/** As if followers had been called subscribers in a revision before the first. */
public final class FollowersOnceSubscribers extends PayloadUpcaster {

    /** As services are made. */
    public FollowersOnceSubscribers() {
        super(FollowersReported.class, 0);
    }

    @Override
    protected void change(ObjectNode payload) {
        payload.set("followers", payload.remove("subscribers"));
    }
}
