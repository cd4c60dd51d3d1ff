/** What is paid back to members, and why (B25, B11). */
@NullMarked
package dev.creatorledger.query.refund;

import org.jspecify.annotations.NullMarked;
