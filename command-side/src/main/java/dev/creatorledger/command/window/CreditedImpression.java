package dev.creatorledger.command.window;

import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import org.jspecify.annotations.Nullable;

/**
 * An impression and the video it is reported under (C4).
 *
 * @param digest the impression's digest
 * @param creditedVideoId the video it is reported under; {@code null} if that is the video shown
 */
public record CreditedImpression(Impression impression, ImpressionDigest digest, @Nullable VideoId creditedVideoId) {}
