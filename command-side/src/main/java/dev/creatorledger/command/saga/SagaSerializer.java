package dev.creatorledger.command.saga;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of sagas as JSON, under the simple names of their classes. As for events, an allow-list and no class loader
 * decides what a stored name means (architecture, decision 6).
 */
final class SagaSerializer implements Serializer {

    private static final String REVISION = "1";

    private final Map<String, Class<?>> sagas;
    private final JsonMapper mapper;
    private final Converter converter = new ChainingConverter(SagaSerializer.class.getClassLoader());

    /**
     * Stores and reads declared sagas.
     *
     * @param scheduled writes and reads the tokens of their scheduler
     */
    SagaSerializer(Collection<Class<?>> sagas, JacksonModule scheduled) {
        this.sagas = sagas.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
        this.mapper = JsonMapper.builder()
                .changeDefaultVisibility(all -> all.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withSetterVisibility(Visibility.NONE))
                .addModule(scheduled)
                .build();
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object saga, Class<T> representation) {
        SerializedType type = typeForClass(saga == null ? null : saga.getClass());
        try {
            T data = converter.convert(mapper.writeValueAsBytes(saga), representation);
            return new SimpleSerializedObject<>(data, representation, type);
        } catch (JacksonException e) {
            throw new SerializationException("cannot write a " + type.getName(), e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as Axon has it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        byte[] json = converter.convert(stored, byte[].class).getData();
        try {
            return (T) mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new SerializationException("cannot read a stored " + type.getSimpleName(), e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> saga = REVISION.equals(type.getRevision()) ? sagas.get(type.getName()) : null;
        if (saga == null) {
            throw new SerializationException("there is no saga " + type.getName() + ", revision " + type.getRevision());
        }
        return saga;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon has it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || !type.equals(sagas.get(type.getSimpleName()))) {
            throw new SerializationException(type + " is not declared as a saga");
        }
        return new SimpleSerializedType(type.getSimpleName(), REVISION);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
