/** Channels: their facts, their place in the ad-revenue programme hour by hour, and their final income (C1, A1–A4). */
@NullMarked
package dev.creatorledger.command.channel;

import org.jspecify.annotations.NullMarked;
