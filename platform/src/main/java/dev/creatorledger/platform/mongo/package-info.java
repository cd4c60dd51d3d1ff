/** How MongoDB is talked to, and how far those that follow the events have come, as it is kept there. */
@NullMarked
package dev.creatorledger.platform.mongo;

import org.jspecify.annotations.NullMarked;
