package dev.creatorledger.query.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What replays may use.
 *
 * @param kept how many replays are remembered, the newest; a running one is never forgotten
 * @param atOnce how many work at the same time, each with the documents of its view in memory; the others wait
 * @param patience how long a live view is waited for until it has reached the position of a replay
 * @param pending how much of documents that have moved on is held in memory before the events are folded up to them
 */
@ConfigurationProperties("ledger.replays")
public record ReplaySettings(
        @DefaultValue("100") int kept,
        @DefaultValue("1") int atOnce,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("64MB") DataSize pending) {}
