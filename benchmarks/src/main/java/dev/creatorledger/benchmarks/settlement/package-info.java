/** Settlements by the ten thousand: sagas and their scheduler on PostgreSQL, beside its tables without them. */
@NullMarked
package dev.creatorledger.benchmarks.settlement;

import org.jspecify.annotations.NullMarked;
