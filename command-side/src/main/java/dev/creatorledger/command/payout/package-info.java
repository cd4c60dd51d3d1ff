/** Payouts from the request to the bank's word, and their deadline (P1–P8). */
@NullMarked
package dev.creatorledger.command.payout;

import org.jspecify.annotations.NullMarked;
