/** The figures that the rules are applied with, by version (V1). */
@NullMarked
package dev.creatorledger.events.policy;

import org.jspecify.annotations.NullMarked;
