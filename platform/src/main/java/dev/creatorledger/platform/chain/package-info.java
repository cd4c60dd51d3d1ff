/** The hash chain over the stored events (U3). */
@NullMarked
package dev.creatorledger.platform.chain;

import org.jspecify.annotations.NullMarked;
