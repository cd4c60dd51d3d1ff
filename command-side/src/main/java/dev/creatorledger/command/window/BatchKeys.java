package dev.creatorledger.command.window;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Distinguishes every batch from every other, across restarts and nodes, without chance. */
final class BatchKeys {

    private final String run;
    private final AtomicLong count = new AtomicLong();

    /**
     * Keys of one run of the service: it is told from an earlier one that stored any batch by the position it found,
     * from one beside it by the node's name, which no two have at the same time, and by the process.
     */
    BatchKeys(long headAtStart, Instant startedAt, String node, long process) {
        run = headAtStart + "/" + startedAt + "/" + node + "/" + process + "/";
    }

    String next() {
        return run + count.incrementAndGet();
    }
}
