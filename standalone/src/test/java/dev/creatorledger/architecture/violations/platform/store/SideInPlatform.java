package dev.creatorledger.architecture.violations.platform.store;

import dev.creatorledger.architecture.violations.query.QuerySeesCommand;

/** Breaks: the platform sees no side. */
public record SideInPlatform(QuerySeesCommand side) {}
