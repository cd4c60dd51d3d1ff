package dev.creatorledger.events.window;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import java.time.Instant;

/**
 * One showing of an ad, as it is reported (A5).
 *
 * @param impressionId the reporter's identity of it, 1 to 128 printable ASCII characters
 * @param videoId the video it was shown with
 * @param adId the ad
 * @param adType the kind of ad slot
 * @param shownAt when it was shown
 * @param watchedMillis how long the ad was watched, milliseconds
 * @param netRevenue what it earned, the platform's and the creator's parts together; rial
 */
public record Impression(
        String impressionId,
        VideoId videoId,
        String adId,
        String adType,
        Instant shownAt,
        long watchedMillis,
        Money netRevenue) {}
