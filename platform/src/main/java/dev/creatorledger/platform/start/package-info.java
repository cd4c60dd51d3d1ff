/** The start of a process that stands on stores of somebody else: it looks first whether everything is there. */
@NullMarked
package dev.creatorledger.platform.start;

import org.jspecify.annotations.NullMarked;
