package dev.creatorledger.architecture.violations.command.thing;

import org.axonframework.modelling.command.AggregateIdentifier;

/** Breaks: aggregates are package-private. */
public record PublicAggregate(@AggregateIdentifier String id) {}
