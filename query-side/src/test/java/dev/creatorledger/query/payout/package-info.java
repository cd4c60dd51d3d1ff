@NullMarked
package dev.creatorledger.query.payout;

import org.jspecify.annotations.NullMarked;
