package dev.creatorledger.platform.store;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;

/**
 * Events in the form that Axon Server keeps: the same JSON, the metadata entry by entry, and beside them the
 * microseconds of the time, of which the server keeps milliseconds alone.
 */
final class AxonServerEvents {

    /** No metadata of ours begins so. */
    private static final String MICROS = "$micros";

    private static final int MICROS_PER_MILLI = 1_000;

    private final EventSerializer serializer;

    AxonServerEvents(EventSerializer serializer) {
        this.serializer = serializer;
    }

    Event toServer(DomainEventMessage<?> event) {
        long micros = EventRow.micros(event.getTimestamp());
        SerializedType type = serializer.typeForClass(event.getPayloadType());
        Event.Builder built = Event.newBuilder()
                .setMessageIdentifier(event.getIdentifier())
                .setAggregateIdentifier(event.getAggregateIdentifier())
                .setAggregateSequenceNumber(event.getSequenceNumber())
                .setAggregateType(event.getType())
                .setTimestamp(Math.floorDiv(micros, MICROS_PER_MILLI))
                .setPayload(SerializedObject.newBuilder()
                        .setType(type.getName())
                        .setRevision(type.getRevision())
                        .setData(ByteString.copyFrom(serializer.payload(event.getPayload()))));
        event.getMetaData().forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new EventStoreException("metadata is made of strings, but is not at " + key);
            }
            built.putMetaData(key, MetaDataValue.newBuilder().setTextValue(text).build());
        });
        built.putMetaData(
                MICROS,
                MetaDataValue.newBuilder()
                        .setNumberValue(Math.floorMod(micros, MICROS_PER_MILLI))
                        .build());
        return built.build();
    }

    /** An event whatever its type. */
    StoredEvent stored(EventWithToken read) {
        Event event = read.getEvent();
        return new StoredEvent(
                position(read),
                event.getMessageIdentifier(),
                event.getAggregateType(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                EventRow.instant(micros(event)),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                event.getPayload().getData().toByteArray(),
                metaData(event));
    }

    EventRow row(EventWithToken read) {
        return row(position(read), read.getEvent());
    }

    /**
     * An event as Axon reads it.
     *
     * @throws EventStoreException if its type or revision is unknown: a newer version of the service has stored it
     */
    EventRow row(long position, Event event) {
        SerializedObject payload = event.getPayload();
        SerializedType type = payload.getRevision().matches("\\d{1,9}")
                ? EventSerializer.eventType(payload.getType(), Integer.parseInt(payload.getRevision()))
                : null;
        if (type == null) {
            throw new EventStoreException(event.getAggregateIdentifier() + " holds a " + payload.getType()
                    + ", revision " + payload.getRevision() + ", which this version of the service cannot read");
        }
        return new EventRow(
                position,
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getAggregateType(),
                UUID.fromString(event.getMessageIdentifier()),
                micros(event),
                type,
                payload.getData().toByteArray(),
                metaData(event));
    }

    private static long position(EventWithToken read) {
        return read.getToken() + 1;
    }

    private static long micros(Event event) {
        MetaDataValue below = event.getMetaDataMap().get(MICROS);
        Instant millis = Instant.ofEpochMilli(event.getTimestamp());
        return EventRow.micros(millis) + (below == null ? 0 : below.getNumberValue());
    }

    private byte[] metaData(Event event) {
        Map<String, String> entries = new HashMap<>();
        event.getMetaDataMap().forEach((key, value) -> {
            if (!key.equals(MICROS)) {
                entries.put(key, value.getTextValue());
            }
        });
        return serializer.metaData(MetaData.from(entries));
    }
}
