package dev.creatorledger.platform.person;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is, and how long opened keys are kept in memory.
 *
 * @param masterKeyFile a file with the base64 of 32 bytes; without effect where {@code LEDGER_MASTER_KEY} is set
 * @param cachedKeys how many opened keys are kept, at most; each is about 300 bytes
 * @param cachedFor how long an opened key is kept, at most: so long another node may still show who was erased on this
 *     one
 */
@ConfigurationProperties("ledger.persons")
public record PersonSettings(
        @DefaultValue("") String masterKeyFile,
        @DefaultValue("20000") long cachedKeys,
        @DefaultValue("10s") Duration cachedFor) {

    /** Checks the bounds. */
    public PersonSettings {
        if (cachedKeys < 0 || cachedFor.isNegative()) {
            throw new IllegalArgumentException("ledger.persons: cached-keys and cached-for are not below 0");
        }
    }
}
