/** The events as they are stored, for auditors. */
@NullMarked
package dev.creatorledger.query.audit;

import org.jspecify.annotations.NullMarked;
