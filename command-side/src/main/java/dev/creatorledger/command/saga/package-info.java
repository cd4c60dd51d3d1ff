/** What sagas stand on: their store, their processor, and the scheduler that wakes them up. */
@NullMarked
package dev.creatorledger.command.saga;

import org.jspecify.annotations.NullMarked;
