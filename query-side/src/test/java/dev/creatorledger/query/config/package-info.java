/** The query side as it is put together. */
@NullMarked
package dev.creatorledger.query.config;

import org.jspecify.annotations.NullMarked;
