/** The form of the log. */
@NullMarked
package dev.creatorledger.platform.log;

import org.jspecify.annotations.NullMarked;
