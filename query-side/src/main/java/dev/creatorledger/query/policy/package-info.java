/** Policies and calendars with all their versions (V1). */
@NullMarked
package dev.creatorledger.query.policy;

import org.jspecify.annotations.NullMarked;
