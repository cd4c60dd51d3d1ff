package dev.creatorledger.command.config;

import java.lang.management.ManagementFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the command side is called, and the bounds of what it keeps in memory.
 *
 * @param node the name under which this node claims its processors: where it is the same after a restart, nothing
 *     waits for an old claim to run out; empty: the process's own name
 * @param alone whether no other process writes to the store, so that what is kept in memory need not be compared with it
 * @param cache how much of the aggregates and of the videos' facts is kept
 */
@ConfigurationProperties("ledger.command")
public record CommandSettings(
        @DefaultValue("") String node, @DefaultValue("false") boolean alone, @DefaultValue Cache cache) {

    /** The name under which this node claims its processors. */
    public String claimant() {
        return node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node;
    }

    /**
     * The same, but never another process's: for stores that cannot tell whether a name is taken. What a process that was
     * killed has claimed waits for its claims to run out.
     */
    public String claimantOfThisLife() {
        return claimant() + "/" + ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /**
     * How much is kept.
     *
     * @param maxWeight the weight of all kept aggregates: one remembered impression weighs 1, about 90 bytes
     * @param maxVideos the number of videos whose credit is kept
     */
    public record Cache(@DefaultValue("3000000") long maxWeight, @DefaultValue("200000") long maxVideos) {}
}
