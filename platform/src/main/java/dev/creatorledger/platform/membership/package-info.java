/** What both sides say of memberships in the same words. */
@NullMarked
package dev.creatorledger.platform.membership;

import org.jspecify.annotations.NullMarked;
