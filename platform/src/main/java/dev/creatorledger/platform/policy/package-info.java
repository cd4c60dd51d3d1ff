/** The policies in force, the same for both sides (V1). */
@NullMarked
package dev.creatorledger.platform.policy;

import org.jspecify.annotations.NullMarked;
