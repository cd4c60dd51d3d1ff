/** Measures how fast the store is read and a view is made anew. */
@NullMarked
package dev.creatorledger.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
