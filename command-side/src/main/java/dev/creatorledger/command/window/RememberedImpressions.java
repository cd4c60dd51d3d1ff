package dev.creatorledger.command.window;

import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The impressions that an open window remembers by id: enough to know a repeat from a conflict (A6) and to seal (A8).
 *
 * <p>A hash table with open addressing over four arrays, about 90 bytes an impression: as objects in a map they would
 * be three times that, and the garbage collector would visit each of them.
 */
final class RememberedImpressions {

    private static final int WORDS = 4;
    private static final int FIRST_CAPACITY = 8;
    private static final int FIRST_ID_BYTES = 32 * FIRST_CAPACITY;

    /**
     * By hash of the id: 0 for nothing, else one more than the number of an impression; at most half of them are
     * taken.
     */
    private int[] slots = new int[2 * FIRST_CAPACITY];
    /** By number: where the id ends; it begins where the one before ends. */
    private int[] ends = new int[FIRST_CAPACITY];

    private byte[] ids = new byte[FIRST_ID_BYTES];
    private long[] digests = new long[WORDS * FIRST_CAPACITY];
    private BitSet earning = new BitSet();
    private int size;

    /** The digest under which an impression was booked, if it was. */
    @Nullable
    ImpressionDigest find(String impressionId) {
        int taken = slots[slotOf(impressionId)];
        return taken == 0 ? null : digest(taken - 1);
    }

    void qualified(String impressionId, ImpressionDigest digest) {
        earning.set(size);
        remember(impressionId, digest);
    }

    void notQualified(String impressionId, ImpressionDigest digest) {
        remember(impressionId, digest);
    }

    /**
     * The RFC 6962 root over the qualified, sorted by id; ids are ASCII, so the order of their bytes is that of texts.
     */
    String merkleRoot() {
        List<byte[]> leaves = IntStream.range(0, size)
                .filter(earning::get)
                .boxed()
                .sorted((one, other) -> Arrays.compare(ids, begin(one), ends[one], ids, begin(other), ends[other]))
                .map(number -> digest(number).bytes())
                .toList();
        return MerkleTree.root(leaves);
    }

    int size() {
        return size;
    }

    /** Forgets everything: a sealed window takes nothing more, so it need not know what it took (A7). */
    void release() {
        slots = new int[2];
        ends = new int[0];
        ids = new byte[0];
        digests = new long[0];
        earning = new BitSet();
        size = 0;
    }

    private void remember(String impressionId, ImpressionDigest digest) {
        makeRoom(impressionId.length());
        int end = begin(size);
        for (int i = 0; i < impressionId.length(); i++) {
            ids[end++] = (byte) impressionId.charAt(i);
        }
        ends[size] = end;
        int word = WORDS * size;
        digests[word] = digest.a();
        digests[word + 1] = digest.b();
        digests[word + 2] = digest.c();
        digests[word + 3] = digest.d();
        slots[slotOf(impressionId)] = ++size;
    }

    private void makeRoom(int idLength) {
        int idBytes = Math.addExact(begin(size), idLength);
        if (idBytes > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(idBytes, grown(ids.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(size));
            digests = Arrays.copyOf(digests, Math.multiplyExact(WORDS, ends.length));
        }
        if (2 * (size + 1) > slots.length) {
            slots = new int[Math.multiplyExact(2, slots.length)];
            for (int number = 0; number < size; number++) {
                slots[slotOf(id(number))] = number + 1;
            }
        }
    }

    private static int grown(int length) {
        return Math.addExact(length, length / 2 + FIRST_CAPACITY);
    }

    /** The slot of an id: where it is, or where it belongs. */
    private int slotOf(String impressionId) {
        int hash = impressionId.hashCode();
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != 0 && !isId(slots[slot] - 1, impressionId)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isId(int number, String impressionId) {
        int begin = begin(number);
        if (ends[number] - begin != impressionId.length()) {
            return false;
        }
        for (int i = 0; i < impressionId.length(); i++) {
            if (ids[begin + i] != (byte) impressionId.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String id(int number) {
        return new String(ids, begin(number), ends[number] - begin(number), StandardCharsets.US_ASCII);
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private ImpressionDigest digest(int number) {
        int word = WORDS * number;
        return new ImpressionDigest(digests[word], digests[word + 1], digests[word + 2], digests[word + 3]);
    }
}
