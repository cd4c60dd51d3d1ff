/** Channel memberships: programmes, tiers, members, charges, refunds (B1–B27). */
@NullMarked
package dev.creatorledger.events.membership;

import org.jspecify.annotations.NullMarked;
