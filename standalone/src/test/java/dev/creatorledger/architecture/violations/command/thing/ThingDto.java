package dev.creatorledger.architecture.violations.command.thing;

/** Breaks: classes are named by what they mean. */
public record ThingDto(String name) {}
