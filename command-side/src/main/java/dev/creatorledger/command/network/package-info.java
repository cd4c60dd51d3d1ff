/** Multi-channel networks, and turning memberships on for their channels (B2, B22). */
@NullMarked
package dev.creatorledger.command.network;

import org.jspecify.annotations.NullMarked;
