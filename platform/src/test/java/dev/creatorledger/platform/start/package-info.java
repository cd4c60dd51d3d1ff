@NullMarked
package dev.creatorledger.platform.start;

import org.jspecify.annotations.NullMarked;
