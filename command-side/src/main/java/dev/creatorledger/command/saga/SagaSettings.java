package dev.creatorledger.command.saga;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of sagas and of what wakes them up.
 *
 * @param batch how many events sagas take in within one transaction, at most
 * @param poll how often is looked for sagas that are to be woken up
 * @param threads how many are woken up at the same time
 * @param heartbeat how often a node shows that it still works on those it has taken; after six that are missing another
 *     one takes them
 */
@ConfigurationProperties("ledger.sagas")
public record SagaSettings(
        @DefaultValue("100") int batch,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("4") int threads,
        @DefaultValue("10s") Duration heartbeat) {}
