/** Samples that break rules. */
@NullMarked
package dev.creatorledger.architecture.violations.command.impl;

import org.jspecify.annotations.NullMarked;
