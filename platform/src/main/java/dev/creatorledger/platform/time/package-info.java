/** The one clock of the service. */
@NullMarked
package dev.creatorledger.platform.time;

import org.jspecify.annotations.NullMarked;
