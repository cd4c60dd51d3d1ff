package dev.creatorledger.command.channel;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The causes of pause that are open, by who opened them (B20). */
final class PauseCauses {

    private final Map<PauseCause, Set<Opener>> open = new EnumMap<>(PauseCause.class);

    /** Whether somebody holds a cause open. */
    boolean isOpenBy(PauseCause cause, Opener opener) {
        return open.getOrDefault(cause, Set.of()).contains(opener);
    }

    /** The causes that anybody holds open. */
    Set<PauseCause> all() {
        return open.isEmpty() ? Set.of() : EnumSet.copyOf(open.keySet());
    }

    void open(PauseCause cause, Opener opener) {
        open.computeIfAbsent(cause, key -> EnumSet.noneOf(Opener.class)).add(opener);
    }

    void close(PauseCause cause, Opener opener) {
        open.computeIfPresent(cause, (key, openers) -> {
            openers.remove(opener);
            return openers.isEmpty() ? null : openers;
        });
    }
}
