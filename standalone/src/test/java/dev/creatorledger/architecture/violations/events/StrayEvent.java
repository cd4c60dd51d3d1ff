package dev.creatorledger.architecture.violations.events;

import dev.creatorledger.events.LedgerEvent;

/** Breaks: events are records nested in the sealed interface of their aggregate. */
public record StrayEvent(String id) implements LedgerEvent {}
