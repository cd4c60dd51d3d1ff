/** What happens to impressions: hourly windows, what they book and how they are sealed (A5–A10). */
@NullMarked
package dev.creatorledger.events.window;

import org.jspecify.annotations.NullMarked;
