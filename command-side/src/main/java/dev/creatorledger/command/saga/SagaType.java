package dev.creatorledger.command.saga;

import java.util.List;

/**
 * Declares a saga: a bean for each. Only declared ones are stored and read back.
 *
 * @param type its class, which Axon makes: public, with a public constructor, marked with the group {@link #GROUP}; its
 *     fields are stored, its handlers take what they need as parameters
 */
public record SagaType(Class<?> type) {

    /** The one processing group of all sagas. */
    public static final String GROUP = "sagas";

    /** The classes of declared sagas. */
    static List<Class<?>> classes(List<SagaType> sagas) {
        return sagas.stream().<Class<?>>map(SagaType::type).toList();
    }
}
