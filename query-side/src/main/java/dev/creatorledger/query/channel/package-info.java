/** What is known about a channel, and whether it is eligible. */
@NullMarked
package dev.creatorledger.query.channel;

import org.jspecify.annotations.NullMarked;
