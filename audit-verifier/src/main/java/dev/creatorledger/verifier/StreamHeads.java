package dev.creatorledger.verifier;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * How far each stream has come: a table of 24 bytes a stream, at most three quarters full, by 128 bits of the SHA-256
 * of its name. This is all that grows with an export, but for the accounts.
 */
final class StreamHeads {

    private static final int WORDS = 3;
    private static final int FIRST_CAPACITY = 1 << 12;

    private final MessageDigest sha256 = ChainHash.sha256();
    private long[] table = new long[WORDS * FIRST_CAPACITY];
    private int size;

    /** The place that the next event of a stream must have; it is taken by asking. */
    long next(byte[] line, int from, int to) {
        sha256.update(line, from, to - from);
        ByteBuffer name = ByteBuffer.wrap(sha256.digest());
        long first = name.getLong() | 1; // 0 is for an empty slot
        long second = name.getLong();
        int slot = slotOf(table, first, second);
        if (table[slot] == 0) {
            table[slot] = first;
            table[slot + 1] = second;
            size++;
            if (4 * size > 3 * (table.length / WORDS)) {
                grow();
                slot = slotOf(table, first, second);
            }
        }
        return table[slot + 2]++;
    }

    /** How many streams there are. */
    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(2, table.length)];
        for (int slot = 0; slot < table.length; slot += WORDS) {
            if (table[slot] != 0) {
                int to = slotOf(larger, table[slot], table[slot + 1]);
                larger[to] = table[slot];
                larger[to + 1] = table[slot + 1];
                larger[to + 2] = table[slot + 2];
            }
        }
        table = larger;
    }

    private static int slotOf(long[] table, long first, long second) {
        int slots = table.length / WORDS;
        int slot = (int) Long.remainderUnsigned(second, slots);
        while (table[WORDS * slot] != 0 && (table[WORDS * slot] != first || table[WORDS * slot + 1] != second)) {
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return WORDS * slot;
    }
}
