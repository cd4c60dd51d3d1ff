/** Policies and calendars, set by operators with the time from which they are in force (V1). */
@NullMarked
package dev.creatorledger.command.policy;

import org.jspecify.annotations.NullMarked;
