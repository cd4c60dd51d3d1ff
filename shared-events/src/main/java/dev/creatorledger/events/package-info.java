/** The published language of the ledger: what every event means, for both sides. */
@NullMarked
package dev.creatorledger.events;

import org.jspecify.annotations.NullMarked;
