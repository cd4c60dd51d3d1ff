package dev.creatorledger.architecture.violations.command.thing;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import java.util.function.BiFunction;

/** Breaks: only the codec makes a Personal. */
public class HomemadeSeal {

    /** Makes one behind its back. */
    public BiFunction<PersonId, String, Personal> seal() {
        return Personal::new;
    }
}
