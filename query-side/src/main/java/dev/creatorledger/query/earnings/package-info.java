/** What a channel's ads have earned, by day and by video, and where the month is heading. */
@NullMarked
package dev.creatorledger.query.earnings;

import org.jspecify.annotations.NullMarked;
