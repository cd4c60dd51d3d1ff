/** Periods of the past that an operator opens for booking (A11). */
@NullMarked
package dev.creatorledger.command.backfill;

import org.jspecify.annotations.NullMarked;
