package dev.creatorledger.command.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the first outcomes are kept; a port, because each mode keeps them in the store that it has. */
interface Outcomes {

    /**
     * Takes the key for a request, if it is free or its command was left running by somebody who is gone.
     *
     * @param now by the service's clock
     */
    Found reserve(KeyedRequest request, Instant now);

    /** Keeps the outcome; quiet if somebody else has taken the reservation over. */
    void keep(Reservation reservation, Outcome outcome, Instant now);

    /** Frees the key again: its request came to nothing. */
    void release(Reservation reservation);

    /**
     * Frees the key again, though it is not known what its request came to: the same request, sent again, takes the
     * reservation over.
     */
    void abandon(Reservation reservation);

    /**
     * Forgets outcomes that are past their time.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forget(Instant now, int limit);

    /** What stands under a key. */
    sealed interface Found permits Reservation, Running, Reused, Outcome {}

    /**
     * The key is the caller's: the command is to be run.
     *
     * @param id the key
     * @param holder names this reservation
     * @param since when the command was begun at first
     * @param takenOver whether somebody had begun it before and is gone
     */
    record Reservation(String id, String holder, Instant since, boolean takenOver) implements Found {}

    /** The first request under the key is running. */
    record Running() implements Found {}

    /** The key stands for another request. */
    record Reused() implements Found {}

    /**
     * What the first request came to, byte for byte.
     *
     * @param status the HTTP status
     * @param contentType the answer's media type, if it has a body
     * @param body the answer's body
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes themselves; never compared as a value
    record Outcome(int status, @Nullable String contentType, byte[] body) implements Found {}
}
