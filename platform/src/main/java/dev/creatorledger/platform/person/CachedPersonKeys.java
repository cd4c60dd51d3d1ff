package dev.creatorledger.platform.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.creatorledger.events.person.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps opened keys for a while; what this process destroys it forgets at once. */
public final class CachedPersonKeys implements PersonKeys {

    private final PersonKeys kept;
    private final Cache<PersonId, PersonKey> opened;

    /** A cache before the keys that are kept. */
    public CachedPersonKeys(PersonKeys kept, PersonSettings settings) {
        this.kept = kept;
        opened = Caffeine.newBuilder()
                .maximumSize(settings.cachedKeys())
                .expireAfterWrite(settings.cachedFor())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<PersonKey> keyFor(PersonId person) {
        return opened(person, kept::keyFor);
    }

    @Override
    public Optional<PersonKey> find(PersonId person) {
        return opened(person, kept::find);
    }

    private Optional<PersonKey> opened(PersonId person, Function<PersonId, Optional<PersonKey>> source) {
        return Optional.ofNullable(
                opened.get(person, asked -> source.apply(asked).orElse(null)));
    }

    @Override
    public boolean knows(PersonId person) {
        return kept.knows(person);
    }

    /**
     * First in the store: whoever reads there before is waited for by the invalidation, whoever reads after finds
     * none.
     */
    @Override
    public void destroy(Set<PersonId> persons) {
        try {
            kept.destroy(persons);
        } finally {
            opened.invalidateAll(persons);
        }
    }
}
