/** What one decision costs before the database is asked. */
@NullMarked
package dev.creatorledger.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
