package dev.creatorledger.platform.person;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The one place where personal data are sealed and opened (U7); commands, events and views hold what it gives. */
public final class PersonalCodec {

    /** What is shown of a person whose key is gone. */
    public static final String ERASED = "erased";

    private static final Logger LOG = LoggerFactory.getLogger(PersonalCodec.class);

    private final PersonKeys keys;

    /** Seals and opens with these keys. */
    public PersonalCodec(PersonKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals a text as a field of a person; a person of whom nothing was known gets a key.
     *
     * @throws Refusal PERSON_ERASED if the person's key was destroyed
     */
    public Personal seal(PersonId person, PersonalField field, String text) {
        PersonKey key = keys.keyFor(person)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.PERSON_ERASED, "Nothing more is kept of " + person + ": it was erased."));
        return new Personal(person, key.seal(person, field, text));
    }

    /** The text, if the person's key is there and opens it. */
    public Optional<String> open(Personal personal, PersonalField field) {
        Optional<PersonKey> key = keys.find(personal.person());
        Optional<String> text = key.flatMap(found -> found.open(personal, field));
        if (key.isPresent() && text.isEmpty()) {
            LOG.error("What is stored as {} of {} does not open with the key of that person", field, personal.person());
        }
        return text;
    }

    /** The text as answers show it: {@link #ERASED} if it cannot be opened, nothing while the keys cannot be asked. */
    public Optional<String> shown(Personal personal, PersonalField field) {
        try {
            return Optional.of(open(personal, field).orElse(ERASED));
        } catch (DataAccessException e) {
            LOG.warn("{} of {} is not shown: the store of the keys does not answer", field, personal.person());
            return Optional.empty();
        }
    }

    /**
     * What was sealed once and is read from a store.
     *
     * @throws IllegalArgumentException if it does not have the shape of a sealed text
     */
    public static Personal stored(PersonId person, String sealed) {
        return new Personal(person, sealed);
    }
}
