package dev.creatorledger.command.due;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of sealing.
 *
 * @param every how often the table is asked what is due
 * @param group how many windows are sealed in one commit, and made final in the next
 * @param batch how many events the table takes in at once
 */
@ConfigurationProperties("ledger.sealing")
public record SealingSettings(
        @DefaultValue("1s") Duration every, @DefaultValue("500") int group, @DefaultValue("2000") int batch) {}
