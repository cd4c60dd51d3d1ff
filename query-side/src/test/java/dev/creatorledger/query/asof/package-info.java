/** The service's answers about the past, held against the events (U2). */
@NullMarked
package dev.creatorledger.query.asof;

import org.jspecify.annotations.NullMarked;
