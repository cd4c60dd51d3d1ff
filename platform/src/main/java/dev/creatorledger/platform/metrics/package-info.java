/** What the service counts and measures, under names that dashboards and alerts rely on. */
@NullMarked
package dev.creatorledger.platform.metrics;

import org.jspecify.annotations.NullMarked;
