/** What the query side tells those who watch it, beside what its features tell of themselves. */
@NullMarked
package dev.creatorledger.query.metrics;

import org.jspecify.annotations.NullMarked;
