/** Erasing persons: the event first, then the key (U7). */
@NullMarked
package dev.creatorledger.command.erasure;

import org.jspecify.annotations.NullMarked;
