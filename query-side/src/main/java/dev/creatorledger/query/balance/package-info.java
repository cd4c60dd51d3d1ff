/** What a channel has, and what it may expect. */
@NullMarked
package dev.creatorledger.query.balance;

import org.jspecify.annotations.NullMarked;
