/** Memberships from joining to their end, their charges, payments and refunds, and what falls due (B10–B27, L5). */
@NullMarked
package dev.creatorledger.command.membership;

import org.jspecify.annotations.NullMarked;
