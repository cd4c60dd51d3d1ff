package dev.creatorledger.architecture.violations.standalone;

/** What nobody may see. */
public record Top(String name) {}
