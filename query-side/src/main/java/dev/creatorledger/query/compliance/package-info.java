/** What compliance asks about memberships: pauses, and perks that were refused (U6). */
@NullMarked
package dev.creatorledger.query.compliance;

import org.jspecify.annotations.NullMarked;
