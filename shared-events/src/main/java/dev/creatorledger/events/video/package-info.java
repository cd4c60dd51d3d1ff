/** What happens to a video: its credit and its audience (C2–C5). */
@NullMarked
package dev.creatorledger.events.video;

import org.jspecify.annotations.NullMarked;
