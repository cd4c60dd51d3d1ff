/** What falls due by the clock: windows to be sealed, and income to be made final (A8, A9, A11). */
@NullMarked
package dev.creatorledger.command.due;

import org.jspecify.annotations.NullMarked;
