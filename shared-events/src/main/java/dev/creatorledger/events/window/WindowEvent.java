package dev.creatorledger.events.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to an hourly window of one channel: opened, filled with impressions, sealed. */
public sealed interface WindowEvent extends LedgerEvent {

    /** The window it happened to. */
    WindowId windowId();

    /**
     * A window was opened for its first impression (A8).
     *
     * @param shareBps the creator's share of this hour (A3)
     * @param policyVersion the version of the policy in force (V1)
     * @param backfillId the backfill it belongs to, whose closing alone seals it (A11); absent for the ordinary course
     */
    record ImpressionWindowOpened(WindowId windowId, int shareBps, int policyVersion, @Nullable BackfillId backfillId)
            implements WindowEvent {}

    /**
     * An impression qualified and earns (A5, A6).
     *
     * @param creditedVideoId the video it is reported under, where that is not the video shown (C4)
     * @param creatorPart the creator's part of {@code netRevenue} (M3); the platform has the rest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImpressionQualified(
            WindowId windowId,
            String impressionId,
            VideoId videoId,
            @Nullable VideoId creditedVideoId,
            String adId,
            String adType,
            Instant shownAt,
            long watchedMillis,
            Money netRevenue,
            Money creatorPart)
            implements WindowEvent {

        /** The impression as it was sent. */
        public Impression impression() {
            return new Impression(impressionId, videoId, adId, adType, shownAt, watchedMillis, netRevenue);
        }
    }

    /** An impression was watched too briefly; it is remembered and earns nothing (A5, A10). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImpressionNotQualified(
            WindowId windowId,
            String impressionId,
            VideoId videoId,
            @Nullable VideoId creditedVideoId,
            String adId,
            String adType,
            Instant shownAt,
            long watchedMillis,
            Money netRevenue)
            implements WindowEvent {

        /** The impression as it was sent. */
        public Impression impression() {
            return new Impression(impressionId, videoId, adId, adType, shownAt, watchedMillis, netRevenue);
        }
    }

    /**
     * A window's totals became final (A8).
     *
     * @param merkleRoot lower-case hex of the RFC 6962 root over the qualified impressions sorted by id
     */
    record ImpressionWindowSealed(
            WindowId windowId,
            long qualified,
            long notQualified,
            Money net,
            Money creatorPart,
            Money platformPart,
            int shareBps,
            int policyVersion,
            String merkleRoot)
            implements WindowEvent {}
}
