@NullMarked
package dev.creatorledger.platform.store;

import org.jspecify.annotations.NullMarked;
