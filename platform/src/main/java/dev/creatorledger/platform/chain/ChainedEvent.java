package dev.creatorledger.platform.chain;

import dev.creatorledger.platform.store.StoredEvent;

/**
 * An event in its place of the chain.
 *
 * @param event the event as it is stored now
 * @param previousHash the hash of the event before, 32 bytes
 * @param hash its own as it was linked, which is another than its bytes give if it was changed since; of one that is
 *     not linked yet, what its bytes give
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
public record ChainedEvent(StoredEvent event, byte[] previousHash, byte[] hash) {}
