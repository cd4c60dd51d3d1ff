package dev.creatorledger.architecture.violations.events;

/** Breaks: no floating point in the published language. */
public record InexactEvent(double amount) {}
