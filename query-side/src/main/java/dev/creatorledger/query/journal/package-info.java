/** The books: what every event books, what accounts hold, and the way back from a figure to its events. */
@NullMarked
package dev.creatorledger.query.journal;

import org.jspecify.annotations.NullMarked;
