/** What wakes sagas up at the times they asked for. */
@NullMarked
package dev.creatorledger.events.wakeup;

import org.jspecify.annotations.NullMarked;
