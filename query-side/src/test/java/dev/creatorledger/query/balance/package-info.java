/** What is told about balances. */
@NullMarked
package dev.creatorledger.query.balance;

import org.jspecify.annotations.NullMarked;
