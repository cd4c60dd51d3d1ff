package dev.creatorledger.architecture.violations.events;

/** Breaks: personal data are in events as Personal. */
public record ClearName(String memberName) {}
