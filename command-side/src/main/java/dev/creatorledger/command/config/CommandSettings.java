package dev.creatorledger.command.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of what the command side keeps in memory.
 *
 * @param cache how much of the aggregates and of the videos' facts is kept
 */
@ConfigurationProperties("ledger.command")
public record CommandSettings(@DefaultValue Cache cache) {

    /**
     * How much is kept.
     *
     * @param maxWeight the weight of all kept aggregates: one remembered impression weighs 1, about 90 bytes
     * @param maxVideos the number of videos whose credit is kept
     */
    public record Cache(@DefaultValue("3000000") long maxWeight, @DefaultValue("200000") long maxVideos) {}
}
