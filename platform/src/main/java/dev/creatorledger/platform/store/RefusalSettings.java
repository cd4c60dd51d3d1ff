package dev.creatorledger.platform.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a flood of refused requests can take of the event store.
 *
 * @param atOnce how many refusals are stored at the same time; the others wait
 * @param patience how long one waits for its turn before its caller is told to come again
 */
@ConfigurationProperties("ledger.refusals")
public record RefusalSettings(@DefaultValue("4") int atOnce, @DefaultValue("1s") Duration patience) {}
