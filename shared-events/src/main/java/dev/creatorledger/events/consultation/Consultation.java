package dev.creatorledger.events.consultation;

import dev.creatorledger.events.LedgerEvent;

/**
 * A place taken in a stream by a decision that only read it. It changes nothing: whoever decided on the stream as it was
 * before finds the place taken, and decides anew. Only a store that cannot compare a stream without appending to it
 * writes these.
 */
public sealed interface Consultation extends LedgerEvent {

    /**
     * A decision rests on this stream as it was just before.
     *
     * @param by the stream that the decision was stored in
     */
    record StreamConsulted(String by) implements Consultation {}
}
