package dev.creatorledger.platform.person;

import dev.creatorledger.events.person.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of persons, in a store of their own: what was sealed under a key lasts as long as the key does (U7). Where
 * the store does not answer, each method throws a {@link org.springframework.dao.DataAccessException}.
 */
public interface PersonKeys {

    /** The key of a person, made and kept if there was none before; nothing if it was destroyed. */
    Optional<PersonKey> keyFor(PersonId person);

    /** The key of a person; nothing if there was none or it was destroyed. */
    Optional<PersonKey> find(PersonId person);

    /** Whether a person has or had a key. */
    boolean knows(PersonId person);

    /**
     * Destroys the keys of persons for ever: none of them is given a key again. Who has none any more is passed over,
     * so it can be repeated, and a repeat finishes what was cut off.
     */
    void destroy(Set<PersonId> persons);
}
