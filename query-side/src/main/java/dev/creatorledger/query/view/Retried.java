package dev.creatorledger.query.view;

import org.jspecify.annotations.Nullable;

/**
 * What trying the dead letters of a sequence again came to.
 *
 * @param folded how many are folded by now, and no letters any more
 * @param reason why the next one failed again; null if none is left
 */
public record Retried(long folded, @Nullable String reason) {}
