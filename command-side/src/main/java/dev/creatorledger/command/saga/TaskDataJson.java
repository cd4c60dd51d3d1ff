package dev.creatorledger.command.saga;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerBinaryEventData;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scheduled event consists of as JSON: its type's name, its payload and its metadata, all as they will be in the
 * event store. Nothing else can be scheduled, and nothing that a row says makes this process load a class.
 */
final class TaskDataJson implements Serializer {

    private record Scheduled(String type, String revision, JsonNode payload, JsonNode metaData) {}

    private final JsonMapper mapper;

    TaskDataJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] serialize(Object data) {
        if (data instanceof DbSchedulerBinaryEventData event) {
            try {
                return mapper.writeValueAsBytes(new Scheduled(
                        event.getC(), event.getR(), mapper.readTree(event.getP()), mapper.readTree(event.getM())));
            } catch (JacksonException e) {
                throw new SerializationException("cannot write what is scheduled", e);
            }
        }
        throw new SerializationException("only events are scheduled");
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte[] json) {
        if (!type.equals(DbSchedulerBinaryEventData.class)) {
            throw new SerializationException("only events are scheduled, and no " + type.getName());
        }
        try {
            Scheduled event = mapper.readValue(json, Scheduled.class);
            return type.cast(new DbSchedulerBinaryEventData(
                    bytes(event.payload()), event.type(), event.revision(), bytes(event.metaData())));
        } catch (JacksonException e) {
            throw new SerializationException(
                    "cannot read what is scheduled: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    private byte[] bytes(JsonNode node) {
        return mapper.writeValueAsBytes(node);
    }
}
