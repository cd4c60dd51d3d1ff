package dev.creatorledger.standalone.e2e;

import static java.time.ZoneOffset.UTC;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Scenarios on one service and one timeline: each goes on from the present, with channels of its own. */
abstract class MembershipScenarios {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    final LedgerOnAClock ledger;
    final MemberStage members;

    MembershipScenarios(LedgerOnAClock ledger) {
        this.ledger = ledger;
        members = new MemberStage(role -> as(Grant.of(role)), ledger::now);
    }

    /** A client with a token of the embedded issuer. */
    final Api as(Grant grant) {
        return new Api(ledger.address(), ledger.token(grant));
    }

    final Instant now() {
        return ledger.now();
    }

    final void goTo(Instant then) {
        ledger.goTo(then);
    }

    final void goOn(Duration duration) {
        ledger.goTo(now().plus(duration));
    }

    /** The next morning of a day. */
    final Instant next(MonthDay day) {
        return next(day, year -> true);
    }

    /** The next morning of a day in a leap year. */
    final Instant nextInALeapYear(MonthDay day) {
        return next(day, Year::isLeap);
    }

    private Instant next(MonthDay day, IntPredicate wanted) {
        return IntStream.iterate(now().atZone(UTC).getYear(), year -> year + 1)
                .filter(wanted)
                .mapToObj(year -> day.atYear(year).atTime(MORNING).toInstant(UTC))
                .filter(morning -> morning.isAfter(now()))
                .findFirst()
                .orElseThrow();
    }

    /** An hour after the end of the running day: its membership income is final (L5). */
    final Instant whenTheDayIsFinal() {
        return now().atZone(UTC).toLocalDate().plusDays(1).atTime(1, 0).toInstant(UTC);
    }
}
