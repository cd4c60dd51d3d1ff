package dev.creatorledger.command.window;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of booking.
 *
 * @param maxItems the most impressions in one JSON document; more: 413
 * @param maxLine the longest line of NDJSON; a longer one is {@code invalid}
 * @param ndjsonChunk how many lines of NDJSON are booked and answered together
 * @param places how many batches are let in at once, fairly between callers; further ones: 429
 * @param placeSize how much of a JSON document takes a place of its own
 * @param groupImpressions how many impressions are committed together, unless one batch has more
 * @param patience how long a caller waits for a batch to be stored; then 503
 */
@ConfigurationProperties("ledger.booking")
public record BookingSettings(
        @DefaultValue("5000") int maxItems,
        @DefaultValue("16KB") DataSize maxLine,
        @DefaultValue("500") int ndjsonChunk,
        @DefaultValue("128") int places,
        @DefaultValue("1MB") DataSize placeSize,
        @DefaultValue("5000") int groupImpressions,
        @DefaultValue("30s") Duration patience) {}
