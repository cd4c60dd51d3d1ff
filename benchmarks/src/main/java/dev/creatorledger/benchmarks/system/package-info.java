/** The whole system under load, started as users start it, with the raw store beside it in the same run. */
@NullMarked
package dev.creatorledger.benchmarks.system;

import org.jspecify.annotations.NullMarked;
