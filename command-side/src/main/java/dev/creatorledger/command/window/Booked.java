package dev.creatorledger.command.window;

/**
 * A batch that is decided and stored.
 *
 * @param batch the batch with its outcomes
 * @param position a position at which all of it is stored
 */
record Booked(Batch batch, long position) {}
