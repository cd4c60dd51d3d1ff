package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.freeingTheSlot;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.silverDue;
import static dev.creatorledger.command.membership.MembershipScenario.time;

import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("B12 A declined charge")
class DecliningTest {

    private static final String JAN = "2026-01-15T00:00:00Z";
    private static final String FEB = "2026-02-15T00:00:00Z";
    private static final String MAR = "2026-03-15T00:00:00Z";
    private static final List<String> RETRIES =
            List.of("2026-02-16T00:00:00Z", "2026-02-18T00:00:00Z", "2026-02-20T00:00:00Z", "2026-02-22T00:00:00Z");

    private static MembershipScenario asked() {
        return member(JAN).at(FEB).caughtUp();
    }

    /** Declined at once at every attempt up to one. */
    private static MembershipScenario declinedUpTo(int attempt) {
        MembershipScenario member = asked().declined(FEB, 1);
        for (int next = 2; next <= attempt; next++) {
            member.at(RETRIES.get(next - 2)).caughtUp().declined(FEB, next);
        }
        return member;
    }

    private static MembershipChargeDeclined declined(int attempt, String at, @Nullable String next) {
        return new MembershipChargeDeclined(ID, period(FEB), attempt, null, time(at), next == null ? null : time(next));
    }

    @Test
    void isAskedAgainOneThreeFiveAndSevenDaysAfterItWasDue() {
        MembershipScenario first = asked();
        first.when(first.declining(period(FEB), 1)).expectEvents(declined(1, FEB, RETRIES.get(0)));
        for (int attempt = 2; attempt <= 4; attempt++) {
            String at = RETRIES.get(attempt - 2);
            declinedUpTo(attempt - 1).whenCaughtUp(at).expectEvents(silverDue(FEB, MAR, at, attempt));
            MembershipScenario asked = declinedUpTo(attempt - 1).at(at).caughtUp();
            asked.when(asked.declining(period(FEB), attempt))
                    .expectEvents(declined(attempt, at, RETRIES.get(attempt - 1)));
        }
    }

    @Test
    void isAskedNeitherTooEarlyNorTwice() {
        quiet(declinedUpTo(1).whenCaughtUp("2026-02-15T23:59:59.999Z"));
        quiet(declinedUpTo(1).at(RETRIES.get(0)).caughtUp().whenCaughtUp("2026-03-14T00:00:00Z"));
    }

    @Test
    void isAskedAtOnceIfItsDayIsPastAlready() {
        String late = "2026-02-19T08:00:00Z";
        MembershipScenario member = asked().at(late);
        member.when(member.declining(period(FEB), 1))
                .expectEvents(declined(1, late, late), silverDue(FEB, MAR, late, 2));
    }

    @Test
    @DisplayName("B28 is asked as of its day, however late")
    void isAskedAsOfItsDay() {
        declinedUpTo(1).whenCaughtUp("2026-03-01T00:00:00Z").expectEvents(silverDue(FEB, MAR, RETRIES.get(0), 2));
    }

    @Test
    void stopsThePerksUntilItIsPaid() {
        MembershipScenario member = declinedUpTo(1);
        member.when(member.changingTo(GOLD)).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
        MembershipScenario paid = declinedUpTo(2).paid(FEB);
        paid.when(paid.changingTo(GOLD)).expectSuccessfulHandlerExecution();
    }

    @Test
    @DisplayName("stops them still when only an older charge is paid (B21)")
    void stopsThemWhateverOlderChargeIsPaid() {
        MembershipScenario member = asked().programmePaused("2026-02-16T00:00:00Z")
                .programmeResumed("2026-02-17T00:00:00Z")
                .at(MAR)
                .caughtUp()
                .declined(MAR, 1)
                .paid(FEB);
        member.when(member.changingTo(GOLD)).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
    }

    @Nested
    @DisplayName("with its fifth attempt")
    class Lapsing {

        @Test
        void lapsesTheMembershipAndFreesThePlaceOfTheViewer() {
            MembershipScenario member = declinedUpTo(4).at(RETRIES.get(3)).caughtUp();
            member.when(member.declining(period(FEB), 5))
                    .expectEvents(declined(5, RETRIES.get(3), null), new MembershipLapsed(ID, time(RETRIES.get(3))))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
        }

        @Test
        void lapsesAPendingOneToo() {
            MembershipScenario pending = joined(FEB).declined(FEB, 1);
            for (int attempt = 2; attempt <= 4; attempt++) {
                pending.at(RETRIES.get(attempt - 2)).caughtUp().declined(FEB, attempt);
            }
            pending.at(RETRIES.get(3))
                    .caughtUp()
                    .when(pending.declining(period(FEB), 5))
                    .expectEvents(declined(5, RETRIES.get(3), null), new MembershipLapsed(ID, time(RETRIES.get(3))));
        }

        @Test
        void isFollowedByNothing() {
            quiet(declinedUpTo(5).whenCaughtUp("2026-12-01T00:00:00Z"));
            MembershipScenario lapsed = declinedUpTo(5);
            lapsed.when(lapsed.cancelling()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
        }
    }

    @Nested
    @DisplayName("is told by charge and attempt")
    class Repeats {

        @Test
        void andIsQuietWhenRepeated() {
            MembershipScenario waiting = declinedUpTo(2);
            quiet(waiting.when(waiting.declining(period(FEB), 1)));
            MembershipScenario askedAgain = declinedUpTo(2).at(RETRIES.get(1)).caughtUp();
            quiet(askedAgain.when(askedAgain.declining(period(FEB), 2)));
            MembershipScenario lapsed = declinedUpTo(5);
            quiet(lapsed.when(lapsed.declining(period(FEB), 5)));
        }

        @Test
        void andIsQuietWhenRepeatedAfterThePayment() {
            MembershipScenario paid =
                    declinedUpTo(2).at(RETRIES.get(1)).caughtUp().paid(FEB);
            quiet(paid.when(paid.declining(period(FEB), 2)));
        }

        @Test
        void andIsRefusedForAnAttemptThatWasNotAsked() {
            MembershipScenario waiting = declinedUpTo(1);
            waiting.when(waiting.declining(period(FEB), 2)).expectException(refused(ErrorCode.WRONG_ATTEMPT));
            MembershipScenario asked = asked();
            asked.when(asked.declining(period(FEB), 2)).expectException(refused(ErrorCode.WRONG_ATTEMPT));
        }

        @Test
        void andIsRefusedForAChargeThatIsPaidOrUnknown() {
            MembershipScenario paid = asked().paid(FEB);
            paid.when(paid.declining(period(FEB), 1)).expectException(refused(ErrorCode.CHARGE_PAID));
            MembershipScenario member = member(JAN);
            member.when(member.declining(period(MAR), 1)).expectException(refused(ErrorCode.NOT_FOUND));
        }

        @Test
        void andChangesNothingOfAChargeThatIsWithdrawn() {
            MembershipScenario cancelled = asked();
            cancelled.given(cancelled.cancelling());
            quiet(cancelled.when(cancelled.declining(period(FEB), 1)));
        }

        @Test
        void andIsRefusedForAnAttemptThatWasNeverAskedOfAChargeThatIsOver() {
            MembershipScenario cancelled = asked();
            cancelled.given(cancelled.cancelling());
            cancelled.when(cancelled.declining(period(FEB), 2)).expectException(refused(ErrorCode.WRONG_ATTEMPT));
            MembershipScenario lapsed = declinedUpTo(5);
            lapsed.when(lapsed.declining(period(FEB), 6)).expectException(refused(ErrorCode.WRONG_ATTEMPT));
        }

        @Test
        void andUsesTheReferenceThatItNames() {
            MembershipScenario member = asked();
            member.when(new ReportDeclined(ID, period(FEB), 1, "PR-9", member.terms()))
                    .expectResultMessagePayload(List.of(new UseReference("PR-9", period(FEB))));
            MembershipScenario paidAfter =
                    asked().given(new ReportDeclined(ID, period(FEB), 1, "PR-9", asked().terms()));
            paidAfter.when(paidAfter.paying(period(FEB), SILVER_PRICE)).expectSuccessfulHandlerExecution();
        }
    }
}
