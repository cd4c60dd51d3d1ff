/** Business days: which days banks and people work, by country and version (P5, V1). */
@NullMarked
package dev.creatorledger.events.calendar;

import org.jspecify.annotations.NullMarked;
