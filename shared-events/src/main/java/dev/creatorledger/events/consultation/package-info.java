/** What the store writes into a stream that a decision on another one rests on. */
@NullMarked
package dev.creatorledger.events.consultation;

import org.jspecify.annotations.NullMarked;
