package dev.creatorledger.events;

/**
 * Something that can be stored in the ledger: a fact, never changed and never deleted (L4); see {@link EventTypes}.
 */
public interface LedgerEvent {}
