/** The query side as a process of its own. */
@NullMarked
package dev.creatorledger.query;

import org.jspecify.annotations.NullMarked;
