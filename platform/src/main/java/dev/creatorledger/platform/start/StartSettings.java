package dev.creatorledger.platform.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process that stands on stores of somebody else starts.
 *
 * @param patience how long it looks for its stores before it refuses to start
 */
@ConfigurationProperties("ledger.start")
public record StartSettings(@DefaultValue("0s") Duration patience) {}
