package dev.creatorledger.command.payout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of watching deadlines.
 *
 * @param every how often is looked for what is due
 * @param group how many payouts are read at once
 * @param batch how many events the table takes in at once
 */
@ConfigurationProperties("ledger.deadlines")
public record DeadlineSettings(
        @DefaultValue("1s") Duration every, @DefaultValue("500") int group, @DefaultValue("1000") int batch) {}
