package dev.creatorledger.platform.store;

import dev.creatorledger.events.EventTypes;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is stored into JSON and back: events by their simple name and revision, metadata, and processors' tokens.
 *
 * <p>An allow-list, not a class loader, decides what a stored name means: nothing that a row says can make this
 * process load a class (architecture, decision 6).
 */
public final class EventSerializer implements Serializer {

    /** Each in its current form; a changed form gets the next revision, and an upcaster. */
    private static final Map<String, SerializedType> EVENTS = EventTypes.all().keySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> new SimpleSerializedType(name, Integer.toString(Upcasters.current(name)))));

    private final MetaDataJson metaData = new MetaDataJson(EventJson.mapper());
    private final TrackingTokenJson tokens = new TrackingTokenJson(EventJson.mapper());
    private final Converter converter = new ChainingConverter(EventSerializer.class.getClassLoader());

    /** A serializer that shares nothing but the allow-list with others. */
    public EventSerializer() {}

    /** The stored type of an event, or {@code null} if this version of the service does not know it. */
    static @Nullable SerializedType eventType(String name, int revision) {
        SerializedType type = EVENTS.get(name);
        if (type == null || !Upcasters.reads(name, revision)) {
            return null;
        }
        return revision == Upcasters.current(name) ? type : new SimpleSerializedType(name, Integer.toString(revision));
    }

    /** An event as it is stored. */
    byte[] payload(Object event) {
        return EventJson.write(event);
    }

    /** Metadata as it is stored; not to be changed by the caller. */
    byte[] metaData(MetaData entries) {
        return metaData.write(entries);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        T data = converter.convert(bytes(object), representation);
        return new SimpleSerializedObject<>(data, representation, type);
    }

    private byte[] bytes(@Nullable Object object) {
        if (object == null) {
            return new byte[0];
        }
        if (object instanceof MetaData entries) {
            return metaData.write(entries);
        }
        if (object instanceof TrackingToken token) {
            return tokens.write(token);
        }
        return EventJson.write(object);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as Axon has it
    public <S, T> @Nullable T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.emptyType().equals(serialized.getType())) {
            return null;
        }
        Class<?> type = classForType(serialized.getType());
        if (type.equals(UnknownSerializedType.class)) {
            return (T) new UnknownSerializedType(this, serialized);
        }
        byte[] json = converter.convert(serialized, byte[].class).getData();
        if (type.equals(MetaData.class)) {
            return (T) metaData.read(json);
        }
        return (T) (TrackingToken.class.isAssignableFrom(type) ? tokens.read(json) : EventJson.read(json, type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        Class<?> event = EventTypes.named(type.getName());
        if (event != null) {
            return event;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        Class<?> token = TrackingTokenJson.named(type.getName());
        return token != null ? token : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon has it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || Void.class.equals(type) || Void.TYPE.equals(type)) {
            return SerializedType.emptyType();
        }
        SerializedType event = EVENTS.get(type.getSimpleName());
        if (event != null && EventJson.knows(type)) {
            return event;
        }
        if (MetaData.class.equals(type)) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        if (type.equals(TrackingTokenJson.named(type.getSimpleName()))) {
            return new SimpleSerializedType(type.getSimpleName(), null);
        }
        throw new SerializationException(type.getName() + " is not on the list of what may be stored");
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
