package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.booking;
import static dev.creatorledger.command.membership.MembershipScenario.ended;
import static dev.creatorledger.command.membership.MembershipScenario.freeingTheSlot;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.memberOn;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.silverDue;
import static dev.creatorledger.command.membership.MembershipScenario.silverPaid;
import static dev.creatorledger.command.membership.MembershipScenario.split;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.upgrade;
import static dev.creatorledger.command.membership.MembershipScenario.usd;
import static dev.creatorledger.command.membership.MembershipScenario.using;
import static dev.creatorledger.command.membership.MembershipScenario.withdrawn;

import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("B21 A pause of the programme")
class PauseTest {

    private static final String JAN = "2026-01-15T00:00:00Z";
    private static final String FEB = "2026-02-15T00:00:00Z";
    private static final String MAR = "2026-03-15T00:00:00Z";
    private static final String APR = "2026-04-15T00:00:00Z";
    private static final String MAY = "2026-05-15T00:00:00Z";
    private static final String PAUSE = "2026-02-20T00:00:00Z";

    private static MembershipPaused paused(String at, @Nullable String endsAt) {
        return new MembershipPaused(ID, 2, time(at), endsAt == null ? null : time(endsAt));
    }

    private static MembershipResumed resumed(String at, String coveredUntil) {
        return new MembershipResumed(ID, 3, time(at), time(coveredUntil));
    }

    /** A member whose February is asked, and not paid. */
    private static MembershipScenario asked(Platform platform) {
        return memberOn(platform, JAN).at(FEB).caughtUp();
    }

    /** A member whose February is paid. */
    private static MembershipScenario paidUp(Platform platform) {
        return asked(platform).paid(FEB);
    }

    private static MembershipScenario pausedMember(Platform platform) {
        return paidUp(platform).programmePaused(PAUSE).at(PAUSE).caughtUp();
    }

    @Nested
    @DisplayName("reaches a membership")
    class Reaching {

        @Test
        void thatIsActiveOnce() {
            paidUp(Platform.WEB).programmePaused(PAUSE).whenCaughtUp(PAUSE).expectEvents(paused(PAUSE, null));
            quiet(pausedMember(Platform.WEB).whenCaughtUp("2026-02-21T00:00:00Z"));
        }

        @Test
        void thatIsPendingByEndingIt() {
            joined(JAN)
                    .programmePaused("2026-01-16T00:00:00Z")
                    .whenCaughtUp("2026-01-17T00:00:00Z")
                    .expectEvents(
                            withdrawn(period(JAN), false), ended(EndReason.PROGRAMME_PAUSED, "2026-01-16T00:00:00Z"))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
        }

        @Test
        void thatIsCancelledByNothing() {
            MembershipScenario cancelled = member(JAN);
            quiet(cancelled.given(cancelled.cancelling()).programmePaused(PAUSE).whenCaughtUp(PAUSE));
        }

        @Test
        void andWithdrawsWhatIsAsked() {
            MembershipScenario member = asked(Platform.WEB);
            member.given(member.changingTo(GOLD))
                    .programmePaused(PAUSE)
                    .whenCaughtUp(PAUSE)
                    .expectEvents(withdrawn(upgrade(1), false), withdrawn(period(FEB), true), paused(PAUSE, null));
        }

        @Test
        void andWithdrawsRetriesSoThatNobodyLapses() {
            MembershipScenario member = asked(Platform.WEB)
                    .declined(FEB, 1)
                    .programmePaused("2026-02-15T12:00:00Z")
                    .at("2026-03-01T00:00:00Z");
            member.when(member.catchingUp())
                    .expectEvents(withdrawn(period(FEB), true), paused("2026-02-15T12:00:00Z", null));
        }
    }

    @Nested
    @DisplayName("while it lasts")
    class WhileItLasts {

        @Test
        void nothingIsAskedOfAMemberOfTheWeb() {
            quiet(pausedMember(Platform.WEB).whenCaughtUp("2026-06-01T00:00:00Z"));
        }

        @Test
        void aRenewalAskedBeforeItCountsWhenItIsPaid() {
            String now = "2026-03-01T00:00:00Z";
            MembershipScenario member =
                    asked(Platform.WEB).programmePaused(PAUSE).at(now).caughtUp();
            member.when(member.paying(period(FEB), SILVER_PRICE))
                    .expectEvents(silverPaid(FEB, MAR, now))
                    .expectResultMessagePayload(List.of(using(period(FEB)), booking(period(FEB), SILVER_PRICE, now)));
            quiet(member.paid(FEB).when(member.paying(period(FEB), SILVER_PRICE)));
        }

        @Test
        void aRenewalDeclinedChangesNothing() {
            MembershipScenario member =
                    asked(Platform.WEB).programmePaused(PAUSE).at(PAUSE).caughtUp();
            quiet(member.when(member.declining(period(FEB), 1)));
        }

        @Test
        void anUpgradeIsNotOwed() {
            MembershipScenario member = paidUp(Platform.WEB);
            member.given(member.changingTo(GOLD))
                    .programmePaused(PAUSE)
                    .at(PAUSE)
                    .when(member.paying(upgrade(1), usd("5")))
                    .expectEvents(
                            withdrawn(upgrade(1), false),
                            paused(PAUSE, null),
                            new UnowedPaymentReceived(
                                    ID, upgrade(1), "PR-" + upgrade(1).value(), split(usd("5")), time(PAUSE)));
        }

        @Test
        @DisplayName("B13 a member can cancel; perks would last until the end of the paid period")
        void aMemberCanCancel() {
            MembershipScenario member = pausedMember(Platform.WEB);
            member.when(member.cancelling())
                    .expectEvents(new MembershipCancelled(ID, time(PAUSE), time(MAR)))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
            MembershipScenario later = pausedMember(Platform.WEB).at(APR);
            later.when(later.cancelling()).expectEvents(new MembershipCancelled(ID, time(APR), time(APR)));
        }

        @Test
        @DisplayName("a renewal of a member who cancelled is not owed")
        void aRenewalOfAMemberWhoCancelledIsNotOwed() {
            MembershipScenario member =
                    asked(Platform.WEB).programmePaused(PAUSE).at(PAUSE);
            member.given(member.cancelling())
                    .when(member.paying(period(FEB), SILVER_PRICE))
                    .expectEvents(new UnowedPaymentReceived(
                            ID, period(FEB), "PR-" + period(FEB).value(), split(SILVER_PRICE), time(PAUSE)));
        }

        @Test
        @DisplayName("B14 a member changes no tier")
        void aMemberChangesNoTier() {
            MembershipScenario member = pausedMember(Platform.WEB);
            member.when(member.changingTo(GOLD)).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
        }
    }

    @Nested
    @DisplayName("B22 is followed by its end")
    class Resuming {

        private static final String END = "2026-04-01T00:00:00Z";

        @Test
        void periodsThatBeganDuringItAreNotChargedThenOrLater() {
            pausedMember(Platform.WEB).programmeResumed(END).whenCaughtUp(END).expectEvents(resumed(END, APR));
            MembershipScenario member =
                    pausedMember(Platform.WEB).programmeResumed(END).at(END).caughtUp();
            quiet(member.whenCaughtUp("2026-04-14T23:59:59.999Z"));
            pausedMember(Platform.WEB)
                    .programmeResumed(END)
                    .at(END)
                    .caughtUp()
                    .whenCaughtUp(APR)
                    .expectEvents(silverDue(APR, MAY, APR, 1));
        }

        @Test
        void aPeriodThatWasPaidLastsToItsEnd() {
            pausedMember(Platform.WEB)
                    .programmeResumed("2026-02-25T00:00:00Z")
                    .whenCaughtUp("2026-02-25T00:00:00Z")
                    .expectEvents(resumed("2026-02-25T00:00:00Z", MAR));
        }

        @Test
        void aPeriodThatBeginsWithItIsCharged() {
            pausedMember(Platform.WEB)
                    .programmeResumed(APR)
                    .whenCaughtUp(APR)
                    .expectEvents(resumed(APR, APR), silverDue(APR, MAY, APR, 1));
        }

        @Test
        void aRenewalThatWasWithdrawnIsNotAskedAgainAndStillCounts() {
            MembershipScenario member = asked(Platform.WEB)
                    .programmePaused(PAUSE)
                    .programmeResumed("2026-02-25T00:00:00Z")
                    .at("2026-02-26T00:00:00Z");
            member.when(member.catchingUp())
                    .expectEvents(
                            withdrawn(period(FEB), true), paused(PAUSE, null), resumed("2026-02-25T00:00:00Z", MAR));
            MembershipScenario paid = asked(Platform.WEB)
                    .programmePaused(PAUSE)
                    .programmeResumed("2026-02-25T00:00:00Z")
                    .at("2026-02-26T00:00:00Z")
                    .caughtUp();
            paid.when(paid.paying(period(FEB), SILVER_PRICE))
                    .expectEvents(silverPaid(FEB, MAR, "2026-02-26T00:00:00Z"));
        }

        @Test
        void aMemberWithoutPerksHasThemAgain() {
            MembershipScenario member = asked(Platform.WEB)
                    .declined(FEB, 1)
                    .programmePaused("2026-02-15T12:00:00Z")
                    .programmeResumed(PAUSE)
                    .at(PAUSE)
                    .caughtUp();
            member.when(member.changingTo(GOLD)).expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    @DisplayName("B23 ends a membership that a mobile store sold, at the end of its billing period")
    class Mobile {

        @ParameterizedTest
        @EnumSource(
                value = Platform.class,
                names = {"ANDROID", "IOS"})
        void asOfThatMomentAndWithoutRefund(Platform platform) {
            paidUp(platform).programmePaused(PAUSE).whenCaughtUp(PAUSE).expectEvents(paused(PAUSE, MAR));
            quiet(pausedMember(platform).whenCaughtUp("2026-03-14T23:59:59.999Z"));
            pausedMember(platform)
                    .whenCaughtUp("2026-05-01T00:00:00Z")
                    .expectEvents(ended(EndReason.MOBILE_PERIOD_ENDED, MAR))
                    .expectResultMessagePayload(List.of(freeingTheSlot()));
        }

        @Test
        void alsoIfTheEndOfThePauseComesToItFirst() {
            paidUp(Platform.IOS)
                    .programmePaused(PAUSE)
                    .programmeResumed("2026-03-20T00:00:00Z")
                    .whenCaughtUp("2026-03-21T00:00:00Z")
                    .expectEvents(paused(PAUSE, MAR), ended(EndReason.MOBILE_PERIOD_ENDED, MAR));
        }

        @Test
        void butNotIfThePauseIsOverByThen() {
            paidUp(Platform.IOS)
                    .programmePaused(PAUSE)
                    .programmeResumed(MAR)
                    .whenCaughtUp(MAR)
                    .expectEvents(paused(PAUSE, MAR), resumed(MAR, MAR), silverDue(MAR, APR, MAR, 1));
        }

        @Test
        void atTheEndOfThePeriodThatRunsIfItsRenewalIsNotPaid() {
            asked(Platform.ANDROID)
                    .programmePaused(PAUSE)
                    .whenCaughtUp(PAUSE)
                    .expectEvents(withdrawn(period(FEB), true), paused(PAUSE, MAR));
        }

        @Test
        void atOnceIfThePauseBeginsWithTheNewPeriod() {
            memberOn(Platform.ANDROID, JAN)
                    .programmePaused(FEB)
                    .whenCaughtUp("2026-02-16T00:00:00Z")
                    .expectEvents(paused(FEB, FEB), ended(EndReason.MOBILE_PERIOD_ENDED, FEB));
        }

        @Test
        void afterWhichItsRenewalIsNotOwed() {
            MembershipScenario member =
                    asked(Platform.ANDROID).programmePaused(PAUSE).at("2026-04-01T00:00:00Z");
            member.caughtUp()
                    .when(member.paying(period(FEB), SILVER_PRICE))
                    .expectEvents(new UnowedPaymentReceived(
                            ID,
                            period(FEB),
                            "PR-" + period(FEB).value(),
                            split(SILVER_PRICE),
                            time("2026-04-01T00:00:00Z")));
        }
    }

    @Nested
    @DisplayName("B27 B28 is followed in the order of time, whoever comes late")
    class InOrder {

        @Test
        void aChargeThatFellDueBeforeItIsAskedAndWithdrawn() {
            member(JAN)
                    .programmePaused(PAUSE)
                    .whenCaughtUp("2026-03-20T00:00:00Z")
                    .expectEvents(silverDue(FEB, MAR, FEB, 1), withdrawn(period(FEB), true), paused(PAUSE, null));
        }

        @Test
        void aChargeThatFallsDueWithItIsNotAsked() {
            member(JAN)
                    .programmePaused(FEB)
                    .whenCaughtUp("2026-03-20T00:00:00Z")
                    .expectEvents(paused(FEB, null));
        }

        @Test
        void severalTurnsThatWereMissedAreFollowedOneByOne() {
            member(JAN)
                    .programmePaused("2026-01-20T00:00:00Z")
                    .programmeResumed("2026-02-01T00:00:00Z")
                    .programmePaused(PAUSE)
                    .whenCaughtUp("2026-03-20T00:00:00Z")
                    .expectEvents(
                            paused("2026-01-20T00:00:00Z", null),
                            resumed("2026-02-01T00:00:00Z", FEB),
                            silverDue(FEB, MAR, FEB, 1),
                            withdrawn(period(FEB), true),
                            new MembershipPaused(ID, 4, time(PAUSE), null));
        }

        @Test
        void aTurnThatWasFollowedIsIgnored() {
            MembershipScenario member = pausedMember(Platform.WEB).programmeResumed("2026-03-01T00:00:00Z");
            member.at("2026-03-01T00:00:00Z").caughtUp();
            quiet(member.when(member.catchingUp()));
        }

        @Test
        void aTurnFromBeforeTheMembershipIsIgnored() {
            MembershipScenario viewer =
                    MembershipScenario.nobody(APR).programmePaused(JAN).programmeResumed(FEB);
            viewer.given(viewer.joining(MembershipScenario.SILVER));
            quiet(viewer.when(viewer.catchingUp()));
        }

        @Test
        void aCommandIsDecidedOnWhatHasFallenDueBeforeIt() {
            MembershipScenario member =
                    joined(JAN).programmePaused("2026-01-16T00:00:00Z").at(FEB);
            member.when(member.cancelling()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
        }
    }
}
