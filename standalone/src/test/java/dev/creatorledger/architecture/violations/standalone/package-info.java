/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.standalone;

import org.jspecify.annotations.NullMarked;
