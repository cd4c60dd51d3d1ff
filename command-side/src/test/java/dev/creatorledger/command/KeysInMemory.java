package dev.creatorledger.command;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonKey;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.person.PersonalCodec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of persons, in memory. */
public final class KeysInMemory implements PersonKeys {

    private static final PersonalCodec CODEC = new PersonalCodec(new KeysInMemory());

    /** An entry without a key is of somebody who was erased. */
    private final Map<PersonId, Optional<PersonKey>> keys = new ConcurrentHashMap<>();

    /** An owner of this name, sealed under a key of the test run's. */
    public static Owner owner(ChannelId channelId, String name) {
        return new Owner(CODEC.seal(PersonId.owner(channelId), PersonalField.NAME, name));
    }

    @Override
    public Optional<PersonKey> keyFor(PersonId person) {
        return keys.computeIfAbsent(person, missing -> Optional.of(PersonKey.random()));
    }

    @Override
    public Optional<PersonKey> find(PersonId person) {
        return keys.getOrDefault(person, Optional.empty());
    }

    @Override
    public boolean knows(PersonId person) {
        return keys.containsKey(person);
    }

    @Override
    public void destroy(Set<PersonId> persons) {
        persons.forEach(person -> keys.put(person, Optional.empty()));
    }
}
