/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.platform.store;

import org.jspecify.annotations.NullMarked;
