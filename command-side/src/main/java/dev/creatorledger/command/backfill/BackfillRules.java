package dev.creatorledger.command.backfill;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/** Every rule that a backfill can break, each a sentence (A11). */
final class BackfillRules {

    private BackfillRules() {}

    /** The period of an open backfill is as it was opened; a closed one stays closed. */
    record ABackfillStaysAsItWasOpened(BackfillState opened, OpenBackfill asked) implements Rule {

        @Override
        public boolean holds() {
            return opened.open()
                    && opened.from().equals(asked.from())
                    && opened.to().equals(asked.to());
        }

        @Override
        public Refusal refusal() {
            return opened.open()
                    ? new Refusal(
                            ErrorCode.BACKFILL_FIXED, "It was opened for " + opened.from() + " to " + opened.to() + ".")
                    : new Refusal(ErrorCode.BACKFILL_CLOSED, "It is closed; another period needs another id.");
        }
    }

    /** Windows are hourly, so a period of full hours never shares a window with another period. */
    record APeriodIsOfFullHours(Instant from, Instant to) implements Rule {

        @Override
        public boolean holds() {
            return from.isBefore(to) && isFullHour(from) && isFullHour(to);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.BACKFILL_PERIOD_INVALID,
                    "A period begins and ends at full hours, and ends after it begins.");
        }

        private static boolean isFullHour(Instant instant) {
            return instant.equals(instant.truncatedTo(ChronoUnit.HOURS));
        }
    }

    /** What can still be booked in the ordinary course is no history yet. */
    record APeriodHasEndedLongEnoughAgo(Instant to, Instant now, Duration bookable) implements Rule {

        @Override
        public boolean holds() {
            return !to.plus(bookable).isAfter(now);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.BACKFILL_PERIOD_INVALID,
                    "A period has ended at least " + bookable.toHours() + " hours ago; it is " + now + ".");
        }
    }

    /** An hour belongs to one open backfill at most. */
    record OpenBackfillsDoNotOverlap(OpenBackfill asked, Collection<BackfillState> others) implements Rule {

        @Override
        public boolean holds() {
            return overlapping().isEmpty();
        }

        @Override
        public Refusal refusal() {
            String other = overlapping().map(found -> found.id().value()).orElse("another");
            return new Refusal(ErrorCode.BACKFILL_OVERLAPS, "The open backfill " + other + " covers part of it.");
        }

        private Optional<BackfillState> overlapping() {
            return others.stream()
                    .filter(BackfillState::open)
                    .filter(other ->
                            asked.from().isBefore(other.to()) && other.from().isBefore(asked.to()))
                    .findFirst();
        }
    }
}
