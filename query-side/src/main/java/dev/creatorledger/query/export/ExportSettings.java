package dev.creatorledger.query.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How exports are bounded.
 *
 * @param atOnce how many are written at the same time; further ones: 429
 * @param page how many events are read at once; no connection to the store is held while they are written
 * @param buffer how much is gathered before it is sent; what fails before the first of it is answered as a problem
 */
@ConfigurationProperties("ledger.exports")
public record ExportSettings(
        @DefaultValue("4") int atOnce, @DefaultValue("2000") int page, @DefaultValue("64KB") DataSize buffer) {

    /** Checks that exports are possible. */
    public ExportSettings {
        if (atOnce < 1 || page < 1 || buffer.toBytes() < 1) {
            throw new IllegalArgumentException("ledger.exports.* must be at least 1");
        }
    }
}
