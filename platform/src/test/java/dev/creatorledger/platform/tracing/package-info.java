@NullMarked
package dev.creatorledger.platform.tracing;

import org.jspecify.annotations.NullMarked;
