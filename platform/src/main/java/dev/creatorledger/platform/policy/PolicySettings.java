package dev.creatorledger.platform.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How policies are kept up with.
 *
 * @param every how often the store is asked for versions that other processes have set
 */
@ConfigurationProperties("ledger.policies")
public record PolicySettings(@DefaultValue("1s") Duration every) {}
