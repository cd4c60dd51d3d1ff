/** Payouts: what was requested, held, decided, sent and settled (P1–P8). */
@NullMarked
package dev.creatorledger.events.payout;

import org.jspecify.annotations.NullMarked;
