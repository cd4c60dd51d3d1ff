package dev.creatorledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.policy.AdPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Enrolment by the hour against the plainest model there is: one box per hour (A3, A4). */
class EnrolmentPropertiesTest {

    private static final Instant START = Instant.parse("2026-02-27T00:00:00Z");
    private static final int HOURS = 72;
    private static final Duration NOTICE = Duration.ofMinutes(5);

    /** What happens at a full hour. */
    record Change(Kind kind, int hour, int shareBps) {

        Instant from() {
            return START.plus(hour, ChronoUnit.HOURS);
        }
    }

    enum Kind {
        APPROVED,
        SHUT,
        OPENED,
        SHARE_CHANGED
    }

    @Property
    void isWhatFillingEveryHourByHandGives(@ForAll("changes") List<Change> changes) {
        boolean[] open = new boolean[HOURS];
        int[] shareBps = new int[HOURS];
        Enrolment enrolment = Enrolment.NEVER;
        for (Change change : changes) {
            enrolment = applied(enrolment, change);
            fill(open, shareBps, change);
        }
        for (int i = 0; i < HOURS; i++) {
            Instant hour = START.plus(i, ChronoUnit.HOURS);
            assertThat(enrolment.termsOf(hour, AdPolicy.DEFAULT))
                    .isEqualTo(new HourTerms(hour, open[i], shareBps[i], 1));
        }
        assertThat(enrolment.lastShareBps()).isEqualTo(shareBps[HOURS - 1]);
    }

    @Property
    void keepsNoMoreThanItsChanges(@ForAll("changes") List<Change> changes) {
        Enrolment enrolment = Enrolment.NEVER;
        for (Change change : changes) {
            Enrolment before = enrolment;
            enrolment = applied(before, change);
            assertThat(enrolment.open().changes())
                    .hasSizeLessThanOrEqualTo(before.open().changes().size() + 1);
            assertThat(applied(enrolment, change)).isEqualTo(enrolment);
        }
    }

    @Property
    void noticeIsGivenForTheNextHourAtMostOneHourAndFiveMinutesAhead(@ForAll("moments") Instant now) {
        Instant first = Enrolment.firstHourAfter(now, NOTICE);
        assertThat(first).isEqualTo(first.truncatedTo(ChronoUnit.HOURS));
        assertThat(first).isAfter(now.plus(NOTICE));
        assertThat(first.minus(1, ChronoUnit.HOURS)).isBeforeOrEqualTo(now.plus(NOTICE));
    }

    private static Enrolment applied(Enrolment enrolment, Change change) {
        return switch (change.kind()) {
            case APPROVED -> Enrolment.approved(change.shareBps());
            case SHUT -> enrolment.shutFrom(change.from());
            case OPENED -> enrolment.openFrom(change.from());
            case SHARE_CHANGED -> enrolment.shareFrom(change.from(), change.shareBps());
        };
    }

    private static void fill(boolean[] open, int[] shareBps, Change change) {
        switch (change.kind()) {
            case APPROVED -> {
                Arrays.fill(open, true);
                Arrays.fill(shareBps, change.shareBps());
            }
            case SHUT -> Arrays.fill(open, change.hour(), HOURS, false);
            case OPENED -> Arrays.fill(open, change.hour(), HOURS, true);
            case SHARE_CHANGED -> Arrays.fill(shareBps, change.hour(), HOURS, change.shareBps());
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, HOURS - 1);
        Arbitrary<Integer> shares = Arbitraries.integers().between(5_000, 10_000);
        return Combinators.combine(Arbitraries.of(Kind.class), hours, shares)
                .as(Change::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Long> aroundFullHours = Arbitraries.longs()
                .between(0, HOURS)
                .flatMap(hour -> Arbitraries.longs().between(-301_000, 301_000).map(ms -> hour * 3_600_000 + ms));
        return aroundFullHours.map(START::plusMillis);
    }
}
