/** What was refused, for auditors (U1). */
@NullMarked
package dev.creatorledger.events.refusal;

import org.jspecify.annotations.NullMarked;
