/** Traces: from a request over its command and its events to the views that have folded them. */
@NullMarked
package dev.creatorledger.platform.tracing;

import org.jspecify.annotations.NullMarked;
