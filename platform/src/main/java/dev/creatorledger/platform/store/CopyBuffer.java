package dev.creatorledger.platform.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Rows in PostgreSQL's binary COPY format. */
final class CopyBuffer {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private byte[] bytes;
    private int size;

    CopyBuffer(int expected) {
        bytes = Arrays.copyOf(HEADER, HEADER.length + expected);
        size = HEADER.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void row(int columns) {
        room(Short.BYTES);
        put16(columns);
    }

    void end() {
        row(-1);
    }

    void smallint(int value) {
        room(Integer.BYTES + Short.BYTES);
        put32(Short.BYTES);
        put16(value);
    }

    /** Returns where the value stands, for {@link #patch}. */
    int bigint(long value) {
        room(Integer.BYTES + Long.BYTES);
        put32(Long.BYTES);
        put64(value);
        return size - Long.BYTES;
    }

    /** Puts another value in place of one that {@link #bigint} has written. */
    void patch(int at, long value) {
        int end = size;
        size = at;
        put64(value);
        size = end;
    }

    void uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES);
        put32(2 * Long.BYTES);
        put64(value.getMostSignificantBits());
        put64(value.getLeastSignificantBits());
    }

    void text(String value) {
        bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytea(byte[] value) {
        room(Integer.BYTES + value.length);
        put32(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void room(int needed) {
        if (needed > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, needed), bytes.length / 2 * 3));
        }
    }

    private void put16(int value) {
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void put32(int value) {
        put16(value >> 16);
        put16(value);
    }

    private void put64(long value) {
        put32((int) (value >> 32));
        put32((int) value);
    }
}
