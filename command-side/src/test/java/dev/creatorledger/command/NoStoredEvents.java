package dev.creatorledger.command;

import dev.creatorledger.platform.store.StoredEvents;
import java.lang.reflect.Proxy;

/** A store that nobody may ask: for tests of what is refused before anything is stored. */
public final class NoStoredEvents {

    private NoStoredEvents() {}

    /** The store; every question fails. */
    public static StoredEvents none() {
        return (StoredEvents) Proxy.newProxyInstance(
                StoredEvents.class.getClassLoader(), new Class<?>[] {StoredEvents.class}, (proxy, asked, arguments) -> {
                    throw new UnsupportedOperationException("nothing is stored here: " + asked.getName());
                });
    }
}
