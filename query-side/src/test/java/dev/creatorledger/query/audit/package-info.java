/** What auditors are told. */
@NullMarked
package dev.creatorledger.query.audit;

import org.jspecify.annotations.NullMarked;
