package dev.creatorledger.command.policy;

import dev.creatorledger.command.policy.PolicyRules.AVersionComesIntoForceNowOrLater;
import dev.creatorledger.command.policy.PolicyRules.VersionsAreNotCountless;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.platform.policy.Versions;
import dev.creatorledger.platform.policy.Versions.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The wish for a version from an instant on, and whether one comes of it (V1).
 *
 * @param asked from when the caller wants it
 * @param from from when it is in force
 * @param now the time of the wish
 */
record Setting(Instant asked, Instant from, Instant now) {

    /** From an instant on. */
    static Setting at(Instant from, Instant now) {
        return new Setting(from, from, now);
    }

    /** From the beginning of a day, Tehran's; of today, what is left of it: nothing that was decided changes. */
    static Setting onDay(LocalDate day, Instant now) {
        Instant begins = day.atStartOfDay(SettlementTerms.ZONE).toInstant();
        boolean underWay = day.equals(SettlementTerms.dayOf(now));
        return new Setting(begins, underWay ? now : begins, now);
    }

    /**
     * The version that is set; empty if one for this time says the same already, so a repeat is quiet, later too.
     *
     * @param most how many versions there can be
     * @param numbered what is to be set, as the version of a number
     * @throws dev.creatorledger.platform.refusal.Refusal if its time has passed, or there are too many
     */
    <P> Optional<P> next(Versions<P> versions, int most, IntFunction<P> numbered) {
        Version<P> before = versions.find(from);
        if (before != null
                && !before.from().isBefore(asked)
                && numbered.apply(before.number()).equals(before.figures())) {
            return Optional.empty();
        }
        new AVersionComesIntoForceNowOrLater(from, now).check();
        new VersionsAreNotCountless(versions.next(), most).check();
        return Optional.of(numbered.apply(versions.next()));
    }
}
