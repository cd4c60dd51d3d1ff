@NullMarked
package dev.creatorledger.platform.metrics;

import org.jspecify.annotations.NullMarked;
