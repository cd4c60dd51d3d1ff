/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.query;

import org.jspecify.annotations.NullMarked;
