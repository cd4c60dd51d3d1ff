package dev.creatorledger.architecture.violations.query;

import dev.creatorledger.architecture.violations.standalone.Top;

/** Breaks: nobody depends on standalone. */
public record QuerySeesStandalone(Top top) {}
