package dev.creatorledger.command.config;

/** An aggregate whose size counts when it is kept in memory; all others weigh as much as an empty one. */
public interface Weighted {

    /** How much it remembers, in the unit of the cache: about 90 bytes, what an impression takes in its window. */
    int weight();
}
