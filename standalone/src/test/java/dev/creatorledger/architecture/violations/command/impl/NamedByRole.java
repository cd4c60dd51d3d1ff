package dev.creatorledger.architecture.violations.command.impl;

/** Breaks: packages are named by feature. */
public record NamedByRole(String name) {}
