/** Impressions: how batches are read, decided and booked in hourly windows, exactly once (A5–A10). */
@NullMarked
package dev.creatorledger.command.window;

import org.jspecify.annotations.NullMarked;
