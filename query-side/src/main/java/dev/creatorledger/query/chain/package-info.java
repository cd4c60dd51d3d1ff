/** Keeps the hash chain, signs it, and shows what was signed (U3). */
@NullMarked
package dev.creatorledger.query.chain;

import org.jspecify.annotations.NullMarked;
