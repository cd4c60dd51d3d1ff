package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.policy.DefaultPolicies;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** A window with a past, at a moment: the words that the tests of windows are written in. */
final class WindowScenario {

    static final WindowId WINDOW = WindowId.parse("ch-1:2026-06-15T10");
    static final VideoId VIDEO = new VideoId("v-1");
    static final BackfillId BACKFILL = new BackfillId("bf-1");
    static final String DURING = "2026-06-15T10:30:00Z";
    static final String LAST_MOMENT = "2026-06-16T10:59:59.999Z";
    static final String DUE = "2026-06-16T11:00:00Z";

    private final List<WindowEvent> past = new ArrayList<>();
    private Instant now = Instant.parse(DURING);

    private WindowScenario() {}

    /** A window opened at a share, in the ordinary course. */
    static WindowScenario opened(int shareBps) {
        return new WindowScenario().after(new ImpressionWindowOpened(WINDOW, shareBps, 1, null));
    }

    static WindowScenario opened() {
        return opened(5_000);
    }

    static WindowScenario openedUnder(BackfillId backfillId) {
        return new WindowScenario().after(new ImpressionWindowOpened(WINDOW, 5_000, 1, backfillId));
    }

    WindowScenario after(WindowEvent... events) {
        past.addAll(Arrays.asList(events));
        return this;
    }

    WindowScenario at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    ResultValidator<ImpressionWindow> when(Object command) {
        return new AggregateTestFixture<>(ImpressionWindow.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(new DefaultPolicies())
                .given(past)
                .when(command);
    }

    /** What becomes of impressions sent together. */
    ResultValidator<ImpressionWindow> whenBooking(Impression... impressions) {
        return whenBookingUnder(null, impressions);
    }

    ResultValidator<ImpressionWindow> whenBookingUnder(@Nullable BackfillId backfill, Impression... impressions) {
        return when(new BookImpressions(
                WINDOW,
                backfill,
                Arrays.stream(impressions)
                        .map(it -> new CreditedImpression(it, ImpressionDigest.of(it), null))
                        .toList()));
    }

    static SealWindow sealing() {
        return new SealWindow(WINDOW, null);
    }

    /** An impression that was watched for 5 seconds and brought 1,000 rial. */
    static Impression impression(String id) {
        return watched(id, 5_000);
    }

    static Impression watched(String id, long millis) {
        return new Impression(
                id, VIDEO, "ad-1", "PRE_ROLL", Instant.parse("2026-06-15T10:20:00Z"), millis, rial(1_000_000_000));
    }

    static Impression worth(String id, long micros) {
        Impression it = impression(id);
        return new Impression(id, it.videoId(), it.adId(), it.adType(), it.shownAt(), 5_000, rial(micros));
    }

    static Money rial(long micros) {
        return Money.rialMicros(micros);
    }

    static ImpressionQualified qualified(Impression it, long creatorMicros) {
        return new ImpressionQualified(
                WINDOW,
                it.impressionId(),
                it.videoId(),
                null,
                it.adId(),
                it.adType(),
                it.shownAt(),
                it.watchedMillis(),
                it.netRevenue(),
                rial(creatorMicros));
    }

    /** Qualified, at half of what it brought. */
    static ImpressionQualified qualified(Impression it) {
        return qualified(it, it.netRevenue().micros() / 2);
    }

    static ImpressionNotQualified notQualified(Impression it) {
        return new ImpressionNotQualified(
                WINDOW,
                it.impressionId(),
                it.videoId(),
                null,
                it.adId(),
                it.adType(),
                it.shownAt(),
                it.watchedMillis(),
                it.netRevenue());
    }

    static List<Outcome> outcomes(Outcome... outcomes) {
        return List.of(outcomes);
    }
}
