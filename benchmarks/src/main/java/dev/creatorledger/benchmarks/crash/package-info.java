/** What a {@code kill -9} in the middle of a load leaves behind. */
@NullMarked
package dev.creatorledger.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
