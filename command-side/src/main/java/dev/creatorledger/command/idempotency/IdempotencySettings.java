package dev.creatorledger.command.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long outcomes are kept, and the bounds of keeping them.
 *
 * @param keep how long the first outcome of a key is given again, by the service's clock
 * @param lease how long a node that runs a command is waited for before another one may run it
 * @param sweepEvery how often outcomes that are past their time are looked for
 * @param sweep how many of them are deleted in one step
 */
@ConfigurationProperties("ledger.idempotency")
public record IdempotencySettings(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1m") Duration sweepEvery,
        @DefaultValue("1000") int sweep) {}
