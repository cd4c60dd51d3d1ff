package dev.creatorledger.command.window;

import dev.creatorledger.command.backfill.BackfillState;
import dev.creatorledger.command.channel.HourTerms;
import dev.creatorledger.command.window.WindowRules.AWindowTakesImpressionsUntilItsTime;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Books a group of batches: decides what needs no window, opens the windows that are missing in a commit of their own,
 * and books the rest in one commit, batch after batch (A6–A11).
 */
final class Booking {

    private final Windows windows;
    private final Terms terms;
    private final BookingCommits commits;
    private final Clock clock;
    private final Policies policies;

    Booking(Windows windows, Terms terms, BookingCommits commits, Clock clock, Policies policies) {
        this.windows = windows;
        this.terms = terms;
        this.commits = commits;
        this.clock = clock;
        this.policies = policies;
    }

    /**
     * Decides and books every impression of some batches; when it returns, what it decided is stored.
     *
     * @return a position at which all of it is stored
     */
    long book(List<Batch> group) {
        Instant now = clock.instant();
        Sorting sorting = new Sorting(now, policies.adAt(now));
        List<Part> parts = new ArrayList<>();
        group.forEach(batch -> parts.addAll(sorting.partsOf(batch)));
        Map<BackfillId, BackfillState> backfills = backfillsOf(group);
        Set<WindowId> asked = new HashSet<>();
        parts.forEach(part -> asked.add(part.windowId()));
        Set<WindowId> existing = windows.existing(asked);
        openMissing(parts, existing, backfills, now);

        List<Part> bookable = new ArrayList<>();
        for (Part part : parts) {
            if (!existing.contains(part.windowId())) {
                continue; // decided by its terms
            }
            if (mayTake(part, backfills, now)) {
                bookable.add(part);
            } else {
                decide(part, Outcome.TOO_LATE);
            }
        }
        return commits.book(group, bookable);
    }

    /** Opens what can be opened, and adds it to the existing; decides the impressions of what cannot. */
    private void openMissing(
            List<Part> parts, Set<WindowId> existing, Map<BackfillId, BackfillState> backfills, Instant now) {
        Set<WindowId> missing = new TreeSet<>();
        parts.forEach(part -> missing.add(part.windowId()));
        missing.removeAll(existing);
        if (missing.isEmpty()) {
            return;
        }
        Map<WindowId, HourTerms> hours = terms.of(missing, parts.get(0).batch().context());
        Map<WindowId, Part> openedBy = new LinkedHashMap<>();
        for (Part part : parts) {
            HourTerms hour = hours.get(part.windowId());
            if (existing.contains(part.windowId()) || openedBy.containsKey(part.windowId())) {
                continue;
            }
            if (hour == null || !hour.open()) {
                decide(part, Outcome.NOT_ENROLLED);
            } else if (mayTake(part, backfills, now)) {
                openedBy.put(part.windowId(), part);
            } else {
                decide(part, Outcome.TOO_LATE);
            }
        }
        commits.open(openedBy, hours);
        existing.addAll(openedBy.keySet());
    }

    /**
     * Whether the clock, or the backfill it was sent under, allows a part to be booked; its window may still refuse.
     */
    private boolean mayTake(Part part, Map<BackfillId, BackfillState> backfills, Instant now) {
        BackfillId backfillId = part.batch().backfillId();
        if (backfillId == null) {
            WindowId windowId = part.windowId();
            return new AWindowTakesImpressionsUntilItsTime(windowId, policies.adAt(windowId.hour())).holdsAt(now);
        }
        BackfillState backfill = backfills.get(backfillId);
        return backfill != null
                && backfill.open()
                && backfill.covers(part.windowId().hour());
    }

    private Map<BackfillId, BackfillState> backfillsOf(List<Batch> group) {
        Map<BackfillId, BackfillState> states = new HashMap<>();
        for (Batch batch : group) {
            @Nullable BackfillId backfillId = batch.backfillId();
            if (backfillId != null) {
                states.computeIfAbsent(backfillId, id -> terms.backfill(id, batch.context()));
            }
        }
        return states;
    }

    private static void decide(Part part, Outcome outcome) {
        part.indexes().forEach(index -> part.batch().outcomes()[index] = outcome);
    }
}
