/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.events;

import org.jspecify.annotations.NullMarked;
