@NullMarked
package dev.creatorledger.platform.mongo;

import org.jspecify.annotations.NullMarked;
