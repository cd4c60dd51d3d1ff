package dev.creatorledger.command.window;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.command.window.WindowRules.ABackfillFillsItsOwnWindows;
import dev.creatorledger.command.window.WindowRules.AWindowTakesImpressionsUntilItsTime;
import dev.creatorledger.command.window.WindowRules.AnImpressionEarnsIfTheAdWasWatchedLongEnough;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The impressions of one credited channel and one hour: booked once each (A6, A7), then sealed for ever (A8). */
@AggregateRoot
class ImpressionWindow implements Weighted {

    private final RememberedImpressions remembered = new RememberedImpressions();

    /** The name of the stream: as text, because Axon asks for it with every event. */
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private String stream;

    private WindowId id;
    private int shareBps;
    private int policyVersion;
    private @Nullable BackfillId backfillId;
    private boolean sealed;

    private long qualified;
    private long notQualified;
    private long netMicros;
    private long creatorMicros;

    /** What is being booked: its digest is known already and need not be computed again from the event. */
    private @Nullable CreditedImpression inHand;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    ImpressionWindow() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // evolve gives it its identity
    ImpressionWindow(OpenWindow command) {
        apply(new ImpressionWindowOpened(
                command.windowId(), command.shareBps(), command.policyVersion(), command.backfillId()));
    }

    @CommandHandler
    List<Outcome> decide(BookImpressions command, Clock clock, Policies policies) {
        AdPolicy policy = policies.adAt(id.hour());
        boolean open = takes(command.backfillId(), clock.instant(), policy);
        List<Outcome> outcomes = new ArrayList<>(command.impressions().size());
        for (CreditedImpression impression : command.impressions()) {
            outcomes.add(open ? book(impression, policy) : Outcome.TOO_LATE);
        }
        return outcomes;
    }

    private boolean takes(@Nullable BackfillId under, Instant now, AdPolicy policy) {
        if (sealed) {
            return false;
        }
        return under == null
                ? new AWindowTakesImpressionsUntilItsTime(id, policy).holdsAt(now)
                : new ABackfillFillsItsOwnWindows(backfillId, under).holds();
    }

    private Outcome book(CreditedImpression credited, AdPolicy policy) {
        Impression impression = credited.impression();
        ImpressionDigest before = remembered.find(impression.impressionId());
        if (before != null) {
            return before.equals(credited.digest()) ? Outcome.DUPLICATE : Outcome.CONFLICT;
        }
        if (!new AnImpressionEarnsIfTheAdWasWatchedLongEnough(impression, policy).holds()) {
            take(credited, notQualified(credited));
            return Outcome.NOT_QUALIFIED;
        }
        // The creator's part never exceeds the net, so if the net fits, so do both parts.
        if (impression.netRevenue().micros() > Long.MAX_VALUE - netMicros) {
            return Outcome.INVALID;
        }
        take(credited, qualified(credited));
        return Outcome.QUALIFIED;
    }

    private void take(CreditedImpression credited, Object event) {
        inHand = credited;
        apply(event);
        inHand = null;
    }

    private ImpressionQualified qualified(CreditedImpression credited) {
        Impression it = credited.impression();
        return new ImpressionQualified(
                id,
                it.impressionId(),
                it.videoId(),
                credited.creditedVideoId(),
                it.adId(),
                it.adType(),
                it.shownAt(),
                it.watchedMillis(),
                it.netRevenue(),
                it.netRevenue().creatorPart(shareBps));
    }

    private ImpressionNotQualified notQualified(CreditedImpression credited) {
        Impression it = credited.impression();
        return new ImpressionNotQualified(
                id,
                it.impressionId(),
                it.videoId(),
                credited.creditedVideoId(),
                it.adId(),
                it.adType(),
                it.shownAt(),
                it.watchedMillis(),
                it.netRevenue());
    }

    @CommandHandler
    Optional<WindowTotals> decide(SealWindow command, Clock clock, Policies policies) {
        if (!sealed) {
            if (!isDue(command.closedBackfill(), clock.instant(), policies.adAt(id.hour()))) {
                return Optional.empty();
            }
            WindowTotals totals = totals();
            apply(new ImpressionWindowSealed(
                    id,
                    qualified,
                    notQualified,
                    totals.net(),
                    totals.creatorPart(),
                    totals.platformPart(),
                    shareBps,
                    policyVersion,
                    remembered.merkleRoot()));
        }
        return Optional.of(totals());
    }

    private boolean isDue(@Nullable BackfillId closed, Instant now, AdPolicy policy) {
        return Objects.equals(backfillId, closed)
                && (closed != null || !new AWindowTakesImpressionsUntilItsTime(id, policy).holdsAt(now));
    }

    private WindowTotals totals() {
        return new WindowTotals(
                id, qualified, Money.rialMicros(netMicros), Money.rialMicros(creatorMicros), shareBps, policyVersion);
    }

    @EventSourcingHandler
    void evolve(ImpressionWindowOpened event) {
        stream = event.windowId().toString();
        id = event.windowId();
        shareBps = event.shareBps();
        policyVersion = event.policyVersion();
        backfillId = event.backfillId();
    }

    @EventSourcingHandler
    void evolve(ImpressionQualified event) {
        remembered.qualified(
                event.impressionId(), inHand != null ? inHand.digest() : ImpressionDigest.of(event.impression()));
        qualified++;
        netMicros += event.netRevenue().micros();
        creatorMicros += event.creatorPart().micros();
    }

    @EventSourcingHandler
    void evolve(ImpressionNotQualified event) {
        remembered.notQualified(
                event.impressionId(), inHand != null ? inHand.digest() : ImpressionDigest.of(event.impression()));
        notQualified++;
    }

    @EventSourcingHandler
    void evolve(ImpressionWindowSealed event) {
        sealed = true;
        remembered.release();
    }

    @Override
    public int weight() {
        return remembered.size();
    }
}
