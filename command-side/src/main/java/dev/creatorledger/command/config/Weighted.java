package dev.creatorledger.command.config;

/** An aggregate whose size counts when it is kept in memory; all others weigh as much as an empty one. */
public interface Weighted {

    /** How many things it remembers. */
    int weight();
}
