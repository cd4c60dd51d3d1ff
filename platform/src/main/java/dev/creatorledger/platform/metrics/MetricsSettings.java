package dev.creatorledger.platform.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What figures for operators may cost.
 *
 * @param every how often the stores are asked for those that cost a question
 * @param countUpTo how far the rows of a table are counted; more are told as so many
 */
@ConfigurationProperties("ledger.metrics")
public record MetricsSettings(@DefaultValue("10s") Duration every, @DefaultValue("100000") int countUpTo) {}
