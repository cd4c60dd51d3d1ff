/** The books and the events to take away: streamed, whole or of a channel and a period (U4). */
@NullMarked
package dev.creatorledger.query.export;

import org.jspecify.annotations.NullMarked;
