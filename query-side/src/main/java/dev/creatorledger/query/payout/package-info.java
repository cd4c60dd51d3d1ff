/** Payouts as they stand, and whether their deadlines were kept (P4–P6, U6). */
@NullMarked
package dev.creatorledger.query.payout;

import org.jspecify.annotations.NullMarked;
