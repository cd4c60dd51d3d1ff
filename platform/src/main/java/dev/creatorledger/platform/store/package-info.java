/** The event store as both sides see it: appended positions, stored bytes, stream heads. */
@NullMarked
package dev.creatorledger.platform.store;

import org.jspecify.annotations.NullMarked;
