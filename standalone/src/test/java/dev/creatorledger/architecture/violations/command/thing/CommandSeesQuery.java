package dev.creatorledger.architecture.violations.command.thing;

import dev.creatorledger.architecture.violations.query.QuerySeesCommand;

/** Breaks: commands do not see queries. */
public record CommandSeesQuery(QuerySeesCommand query) {}
