package dev.creatorledger.benchmarks.system;

import java.util.List;
import java.util.Locale;

/** How long single requests took, sorted; in nanoseconds. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    Latencies(List<Long> nanos) {
        sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The smallest latency that {@code percent} percent of the requests did not exceed, in milliseconds. */
    double percentile(int percent) {
        if (sorted.length == 0) {
            throw new BenchmarkException("nothing was measured");
        }
        int rank = Math.max(1, (sorted.length * percent + 99) / 100);
        return sorted[rank - 1] / NANOS_PER_MILLI;
    }

    /** As it stands in the report. */
    String report() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                percentile(50),
                percentile(99),
                sorted[sorted.length - 1] / NANOS_PER_MILLI);
    }
}
