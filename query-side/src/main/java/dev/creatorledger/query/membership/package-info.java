/** Members of channels, and the tiers that they can join (B3, B10–B15). */
@NullMarked
package dev.creatorledger.query.membership;

import org.jspecify.annotations.NullMarked;
