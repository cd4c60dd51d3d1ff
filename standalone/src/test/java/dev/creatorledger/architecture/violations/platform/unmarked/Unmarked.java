package dev.creatorledger.architecture.violations.platform.unmarked;

/** Breaks: every package is marked. */
public record Unmarked(String name) {}
