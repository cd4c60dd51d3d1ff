/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.command.thing;

import org.jspecify.annotations.NullMarked;
