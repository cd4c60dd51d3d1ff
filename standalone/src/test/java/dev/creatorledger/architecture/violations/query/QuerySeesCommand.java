package dev.creatorledger.architecture.violations.query;

import dev.creatorledger.architecture.violations.command.thing.RandomId;

/** Breaks: queries do not see commands. */
public record QuerySeesCommand(RandomId command) {}
