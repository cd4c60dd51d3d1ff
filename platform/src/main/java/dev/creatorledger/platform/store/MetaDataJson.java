package dev.creatorledger.platform.store;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Metadata as a plain JSON object of strings, keys in order.
 *
 * <p>The events of one command carry equal metadata and follow each other, so the last form written or read is kept.
 */
final class MetaDataJson {

    @SuppressWarnings("ArrayRecordComponent") // never compared as a value
    private record Form(MetaData metaData, byte[] json) {}

    private final ObjectWriter writer;
    private final ObjectReader reader;
    private volatile @Nullable Form lastWritten;
    private volatile @Nullable Form lastRead;

    MetaDataJson(JsonMapper mapper) {
        this.writer = mapper.writer();
        this.reader = mapper.readerForMapOf(String.class);
    }

    /** The stored bytes; not to be changed by the caller. */
    byte[] write(MetaData metaData) {
        Form last = lastWritten;
        if (last == null || !last.metaData.equals(metaData)) {
            last = new Form(metaData, written(metaData));
            lastWritten = last;
        }
        return last.json;
    }

    MetaData read(byte[] json) {
        Form last = lastRead;
        if (last == null || !Arrays.equals(last.json, json)) {
            last = new Form(parsed(json), json);
            lastRead = last;
        }
        return last.metaData;
    }

    private byte[] written(MetaData metaData) {
        for (Map.Entry<String, Object> entry : metaData.entrySet()) {
            if (!(entry.getValue() instanceof String)) {
                throw new SerializationException("metadata is made of strings, but is not at " + entry.getKey());
            }
        }
        try {
            return writer.writeValueAsBytes(new TreeMap<>(metaData));
        } catch (JacksonException e) {
            throw new SerializationException("cannot write metadata", e);
        }
    }

    private MetaData parsed(byte[] json) {
        try {
            Map<String, String> entries = reader.readValue(json);
            return MetaData.from(entries);
        } catch (JacksonException e) {
            throw new SerializationException("cannot read stored metadata", e);
        }
    }
}
