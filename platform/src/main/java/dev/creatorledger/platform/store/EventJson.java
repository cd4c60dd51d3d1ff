package dev.creatorledger.platform.store;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON, and only those of {@link EventTypes}; readers and writers are made once. */
public final class EventJson {

    /** Fields in the order in which the events declare them, as the approved files show them. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new FastValues())
            .build();

    private static final Map<Class<?>, ObjectWriter> WRITERS =
            EventTypes.all().values().stream().collect(Collectors.toUnmodifiableMap(type -> type, MAPPER::writerFor));

    private static final Map<Class<?>, ObjectReader> READERS =
            EventTypes.all().values().stream().collect(Collectors.toUnmodifiableMap(type -> type, MAPPER::readerFor));

    private EventJson() {}

    /** The mapper that writes and reads what is stored; it knows no default typing. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Whether events of this class may be stored and read. */
    static boolean knows(Class<?> type) {
        return WRITERS.containsKey(type);
    }

    /**
     * An event as JSON.
     *
     * @throws SerializationException if it is not on the allow-list or cannot be written
     */
    public static byte[] write(Object event) {
        ObjectWriter writer = allowed(WRITERS.get(event.getClass()), event.getClass());
        try {
            return writer.writeValueAsBytes(event);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "cannot write a " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * An event from the JSON of its current revision; what comes from the store is read as a {@link StoredEvent}.
     *
     * @throws SerializationException if the type is not on the allow-list or the bytes are no such event
     */
    public static Object read(byte[] json, Class<?> type) {
        ObjectReader reader = allowed(READERS.get(type), type);
        try {
            return reader.readValue(json);
        } catch (JacksonException e) {
            throw new SerializationException("cannot read a stored " + type.getSimpleName(), e);
        }
    }

    /**
     * A stored event in its current form, whichever revision it was stored in.
     *
     * @throws SerializationException if the type is not on the allow-list, the revision cannot be read, or the bytes are
     *     no such event
     */
    public static LedgerEvent read(StoredEvent stored) {
        Class<?> type = EventTypes.named(stored.type());
        if (type == null) {
            throw new SerializationException("position " + stored.position() + " holds a " + stored.type()
                    + ", which this version of the service does not know");
        }
        return (LedgerEvent) read(Upcasters.payload(stored), type);
    }

    private static <T> T allowed(@Nullable T found, Class<?> type) {
        if (found == null) {
            throw new SerializationException(type.getName() + " is not on the list of what may be stored: EventTypes");
        }
        return found;
    }
}
