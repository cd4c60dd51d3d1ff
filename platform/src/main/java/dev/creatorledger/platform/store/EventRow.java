package dev.creatorledger.platform.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.postgresql.PGStatement;

/** A row of the event store as Axon reads it. */
@SuppressWarnings("ArrayRecordComponent") // the stored bytes themselves; never compared as a value
record EventRow(
        long position,
        String aggregateIdentifier,
        long sequenceNumber,
        String aggregateType,
        UUID eventIdentifier,
        long micros,
        SerializedType payloadType,
        byte[] payload,
        byte[] metaData)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    /** All columns, in the order in which {@link #of} and {@link #stored} read them. */
    static final String COLUMNS = "global_index, aggregate_identifier, sequence_number, aggregate_type,"
            + " event_identifier, time_stamp, payload_type, payload_revision, payload, meta_data";

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /**
     * The row at the cursor.
     *
     * @throws EventStoreException if its type or revision is unknown: a newer version of the service has stored it,
     *     and going on without it would be silent loss
     */
    static EventRow of(ResultSet rows) throws SQLException {
        long position = rows.getLong(1);
        SerializedType type = EventSerializer.eventType(rows.getString(7), rows.getInt(8));
        if (type == null) {
            throw new EventStoreException("position " + position + " holds a " + rows.getString(7) + ", revision "
                    + rows.getInt(8) + ", which this version of the service cannot read");
        }
        return new EventRow(
                position,
                rows.getString(2),
                rows.getLong(3),
                rows.getString(4),
                rows.getObject(5, UUID.class),
                rows.getLong(6),
                type,
                rows.getBytes(9),
                rows.getBytes(10));
    }

    /** The row at the cursor, whatever its type. */
    static StoredEvent stored(ResultSet rows) throws SQLException {
        return new StoredEvent(
                rows.getLong(1),
                rows.getObject(5, UUID.class).toString(),
                rows.getString(4),
                rows.getString(2),
                rows.getLong(3),
                instant(rows.getLong(6)),
                rows.getString(7),
                Integer.toString(rows.getInt(8)),
                rows.getBytes(9),
                rows.getBytes(10));
    }

    /** A statement whose results come in binary form from its first use on: half the bytes of text, and no parsing. */
    static PreparedStatement binary(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }

    /** An instant as it is stored, cut to microseconds. */
    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), (long) MICROS_PER_SECOND),
                instant.getNano() / NANOS_PER_MICRO);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND),
                (long) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** An instant as it would be read back. */
    static Instant cut(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateIdentifier;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }

    @Override
    public String getEventIdentifier() {
        return eventIdentifier.toString();
    }

    @Override
    public Instant getTimestamp() {
        return instant(micros);
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType);
    }

    @Override
    public String toString() {
        return position + " " + payloadType.getName() + " " + new String(payload, StandardCharsets.UTF_8);
    }
}
