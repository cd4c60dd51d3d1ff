package dev.creatorledger.platform.web;

/**
 * Knows the failures that mean that a store does not answer: the caller is told to come again, not that something is
 * broken here.
 */
@FunctionalInterface
public interface StoreAway {

    /** Whether this failure, its causes left aside, is of that kind. */
    boolean isMeantBy(Throwable failure);
}
