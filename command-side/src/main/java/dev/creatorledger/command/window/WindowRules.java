package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of impressions and their windows; none of them refuses, each decides an outcome. */
final class WindowRules {

    private WindowRules() {}

    /** A5: an impression earns if enough of the ad was watched. */
    record AnImpressionEarnsIfTheAdWasWatchedLongEnough(Impression impression, AdPolicy policy) {
        boolean holds() {
            return impression.watchedMillis() >= policy.qualifyingMillis();
        }
    }

    /** A6: nothing was shown in the future; clocks may differ a little. */
    record AnImpressionIsNotShownInTheFuture(Instant shownAt, Instant now, AdPolicy policy) {
        boolean holds() {
            return !shownAt.isAfter(now.plus(policy.maxAhead()));
        }
    }

    /**
     * A8: a window takes impressions until some time after the end of its hour, sealed yet or not; the policy is that of
     * its hour, whenever it is asked (V1).
     */
    record AWindowTakesImpressionsUntilItsTime(WindowId windowId, AdPolicy policy) {
        boolean holdsAt(Instant now) {
            return now.isBefore(due());
        }

        /** When it takes no more and is due to be sealed. */
        Instant due() {
            return windowId.end().plus(policy.bookable());
        }
    }

    /** A11: what is sent under a backfill goes into windows of this very backfill. */
    record ABackfillFillsItsOwnWindows(@Nullable BackfillId ofWindow, @Nullable BackfillId ofImpressions) {
        boolean holds() {
            return ofImpressions != null && Objects.equals(ofWindow, ofImpressions);
        }
    }
}
