/** What is told about channels. */
@NullMarked
package dev.creatorledger.query.channel;

import org.jspecify.annotations.NullMarked;
