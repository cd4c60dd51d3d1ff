package dev.creatorledger.command;

import dev.creatorledger.platform.store.StoredEvents;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A store that nobody may ask: for tests of what is refused before anything is stored. */
public final class NoStoredEvents {

    private NoStoredEvents() {}

    /** The store; every question fails. */
    public static StoredEvents none() {
        return answering(asked -> {
            throw new UnsupportedOperationException("nothing is stored here: " + asked);
        });
    }

    /** The store; it only tells the newest position. */
    public static StoredEvents upTo(long head) {
        return answering(asked -> {
            if (asked.equals("head")) {
                return head;
            }
            throw new UnsupportedOperationException("nothing is stored here: " + asked);
        });
    }

    private static StoredEvents answering(Function<String, Object> answer) {
        return (StoredEvents) Proxy.newProxyInstance(
                StoredEvents.class.getClassLoader(),
                new Class<?>[] {StoredEvents.class},
                (proxy, asked, arguments) -> answer.apply(asked.getName()));
    }
}
