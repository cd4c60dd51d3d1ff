/** Amounts of money as exact integers (M1–M3). */
@NullMarked
package dev.creatorledger.events.money;

import org.jspecify.annotations.NullMarked;
