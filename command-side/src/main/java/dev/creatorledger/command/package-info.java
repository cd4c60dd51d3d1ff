/** The command side: what is asked of the ledger, and what is decided. */
@NullMarked
package dev.creatorledger.command;

import org.jspecify.annotations.NullMarked;
