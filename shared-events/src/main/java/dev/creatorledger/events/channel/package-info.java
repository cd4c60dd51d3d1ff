/** What happens to a channel and its place in the ad-revenue programme (C1, A1–A4). */
@NullMarked
package dev.creatorledger.events.channel;

import org.jspecify.annotations.NullMarked;
