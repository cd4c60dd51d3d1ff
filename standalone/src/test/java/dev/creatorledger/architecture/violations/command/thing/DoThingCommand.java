package dev.creatorledger.architecture.violations.command.thing;

/** Breaks: commands are imperative, without a suffix. */
public record DoThingCommand(String name) {}
