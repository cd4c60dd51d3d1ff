/** Multi-channel networks and the channels in them (B2). */
@NullMarked
package dev.creatorledger.events.network;

import org.jspecify.annotations.NullMarked;
