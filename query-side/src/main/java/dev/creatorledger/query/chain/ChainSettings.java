package dev.creatorledger.query.chain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the hash chain is kept and signed.
 *
 * @param every how often is looked for events that are not linked yet
 * @param batch how many events are linked in one transaction, at most
 * @param checkAtStart how many of the last linked events are compared with the store when the service starts
 * @param checkpoints the folder that checkpoints are written to, apart from the database; empty: none are made
 * @param keys the folder of the key that signs them; made if there is none and nothing was signed yet
 * @param checkpointEvery how often a checkpoint is made without being asked for, if anything is new
 * @param proofs how many proofs of impressions are made at the same time; further ones: 429
 */
@ConfigurationProperties("ledger.chain")
public record ChainSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("10000") int batch,
        @DefaultValue("10000") int checkAtStart,
        @DefaultValue("") String checkpoints,
        @DefaultValue("keys") String keys,
        @DefaultValue("1h") Duration checkpointEvery,
        @DefaultValue("1") int proofs) {

    /** Checks the bounds. */
    public ChainSettings {
        if (every.toMillis() < 1 || batch < 1 || checkAtStart < 0 || checkpointEvery.toMillis() < 1 || proofs < 1) {
            throw new IllegalArgumentException("ledger.chain: every, batch, checkpoint-every and proofs are above 0");
        }
    }
}
