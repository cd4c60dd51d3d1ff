package dev.creatorledger.platform.chain;

import java.util.Arrays;

/**
 * A stretch of the chain: the hashes of some events in a row.
 *
 * @param last the position of the last of them
 * @param hashes one behind the other
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record Link(long last, byte[] hashes) {

    /** How many events a stretch has at most: four rows of so many hashes fill a page of PostgreSQL. */
    static final int LONGEST = 60;

    /** The position of the first of them. */
    long first() {
        return last - hashes.length / EventHash.LENGTH + 1;
    }

    boolean covers(long position) {
        return first() <= position && position <= last;
    }

    /** The hash of an event that it covers. */
    byte[] hashAt(long position) {
        int from = Math.toIntExact(position - first()) * EventHash.LENGTH;
        return Arrays.copyOfRange(hashes, from, from + EventHash.LENGTH);
    }
}
