/** The {@code ledger} command line. */
@NullMarked
package dev.creatorledger.standalone.cli;

import org.jspecify.annotations.NullMarked;
