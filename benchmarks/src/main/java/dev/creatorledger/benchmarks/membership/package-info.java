/** Memberships by the ten thousand: joins and payments over HTTP, turns of a programme, and a termination cut off. */
@NullMarked
package dev.creatorledger.benchmarks.membership;

import org.jspecify.annotations.NullMarked;
