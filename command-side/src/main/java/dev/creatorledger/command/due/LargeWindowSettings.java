package dev.creatorledger.command.due;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which windows are brought into memory before requests are taken.
 *
 * @param from from how many events on a window is a large one
 * @param atStart how many are brought at most, the largest first
 * @param candidates how many of the newest open windows are looked at
 */
@ConfigurationProperties("ledger.large-windows")
record LargeWindowSettings(
        @DefaultValue("50000") long from, @DefaultValue("16") int atStart, @DefaultValue("5000") int candidates) {}
