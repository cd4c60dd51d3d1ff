/** The query side's parts, put together explicitly. */
@NullMarked
package dev.creatorledger.query.config;

import org.jspecify.annotations.NullMarked;
