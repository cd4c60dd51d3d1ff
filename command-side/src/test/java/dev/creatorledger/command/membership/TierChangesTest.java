package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.BRONZE;
import static dev.creatorledger.command.membership.MembershipScenario.BRONZE_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.CLOSED;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER_PRICE;
import static dev.creatorledger.command.membership.MembershipScenario.changed;
import static dev.creatorledger.command.membership.MembershipScenario.due;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.silverDue;
import static dev.creatorledger.command.membership.MembershipScenario.silverPaid;
import static dev.creatorledger.command.membership.MembershipScenario.split;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.upgrade;
import static dev.creatorledger.command.membership.MembershipScenario.upgradeDue;
import static dev.creatorledger.command.membership.MembershipScenario.usd;
import static dev.creatorledger.command.membership.MembershipScenario.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("B14 A change of tier")
class TierChangesTest {

    /** A period of 30 days, and the moment with 20 of them left. */
    private static final String APR = "2026-04-10T12:00:00Z";

    private static final String MAY = "2026-05-10T12:00:00Z";
    private static final String JUN = "2026-06-10T12:00:00Z";
    private static final String JUL = "2026-07-10T12:00:00Z";
    private static final String TWENTY_LEFT = "2026-04-20T12:00:00Z";

    private static MembershipChargePaid goldPaid(int number, Money amount, String start, String end, String at) {
        return new MembershipChargePaid(
                ID,
                upgrade(number),
                ChargeKind.UPGRADE,
                GOLD,
                "PR-" + upgrade(number).value(),
                split(amount),
                time(start),
                time(end),
                time(at));
    }

    /** A silver member who has asked for gold with 20 of 30 days left. */
    private static MembershipScenario askedForGold() {
        MembershipScenario member = member(APR).at(TWENTY_LEFT);
        return member.given(member.changingTo(GOLD));
    }

    @Nested
    @DisplayName("up")
    class Up {

        @Test
        void costsTheDifferenceForTheRestOfThePeriodRoundedDown() {
            MembershipScenario member = member(APR).at(TWENTY_LEFT);
            member.when(member.changingTo(GOLD)).expectEvents(upgradeDue(1, usd("3.33"), APR, MAY, TWENTY_LEFT));
        }

        @Test
        @DisplayName("M5 is counted in milliseconds and rounded down to what can be paid")
        void isCountedInMilliseconds() {
            long month = Duration.ofDays(30).toMillis();
            Money difference = usd("5");
            assertThat(TierChanges.prorated(difference, month, month)).isEqualTo(difference);
            assertThat(TierChanges.prorated(difference, month - 1, month)).isEqualTo(usd("4.99"));
            assertThat(TierChanges.prorated(difference, 1, month)).isEqualTo(usd("0"));
            assertThat(TierChanges.prorated(difference, month / 500, month)).isEqualTo(usd("0.01"));
            assertThat(TierChanges.prorated(difference, month / 500 - 1, month)).isEqualTo(usd("0"));
            assertThat(TierChanges.prorated(Money.ofMajor("150001", Money.IRR), month / 2, month))
                    .isEqualTo(Money.ofMajor("75000", Money.IRR));
            Money huge = Money.ofMajor("9000000000000", Money.IRR);
            assertThat(TierChanges.prorated(huge, month, month)).isEqualTo(huge);
        }

        @Test
        @DisplayName("B3 compares the prices at the start of the period")
        void comparesThePricesAtTheStartOfThePeriod() {
            MembershipScenario member = member(APR)
                    .priced(GOLD, "2026-04-15T00:00:00Z", usd("99.99"))
                    .at(TWENTY_LEFT);
            member.when(member.changingTo(GOLD)).expectEvents(upgradeDue(1, usd("3.33"), APR, MAY, TWENTY_LEFT));
        }

        @Test
        void isInForceWhenItIsPaidAndKeepsTheBillingDay() {
            MembershipScenario member = askedForGold().at("2026-04-21T00:00:00Z");
            member.when(member.paying(upgrade(1), usd("3.33")))
                    .expectEvents(
                            goldPaid(1, usd("3.33"), APR, MAY, "2026-04-21T00:00:00Z"),
                            changed(GOLD, "2026-04-21T00:00:00Z"));
            askedForGold()
                    .given(member.paying(upgrade(1), usd("3.33")))
                    .whenCaughtUp(MAY)
                    .expectEvents(due(GOLD, GOLD_PRICE, MAY, JUN, MAY, 1));
        }

        @Test
        void isAskedOnce() {
            MembershipScenario member = askedForGold().at("2026-04-21T00:00:00Z");
            quiet(member.when(member.changingTo(GOLD)));
            MembershipScenario paid = askedForGold();
            paid.given(paid.paying(upgrade(1), usd("3.33")));
            quiet(paid.when(paid.paying(upgrade(1), usd("3.33"))));
        }

        @Test
        void changesNothingIfItIsDeclinedAndIsNotAskedAgain() {
            MembershipScenario member = askedForGold();
            member.when(member.declining(upgrade(1), 1))
                    .expectEvents(new MembershipChargeDeclined(ID, upgrade(1), 1, null, time(TWENTY_LEFT), null));
            MembershipScenario declined = askedForGold();
            declined.given(declined.declining(upgrade(1), 1))
                    .whenCaughtUp(MAY)
                    .expectEvents(silverDue(MAY, JUN, MAY, 1));
        }

        @Test
        void canBeTriedAgainAfterItWasDeclined() {
            MembershipScenario declined = askedForGold();
            declined.given(declined.declining(upgrade(1), 1))
                    .when(declined.changingTo(GOLD))
                    .expectEvents(upgradeDue(2, usd("3.33"), APR, MAY, TWENTY_LEFT));
        }

        @Test
        void isInForceAtOnceIfItCostsNothing() {
            MembershipScenario member = member(APR).at("2026-05-10T11:59:00Z");
            member.when(member.changingTo(GOLD)).expectEvents(changed(GOLD, "2026-05-10T11:59:00Z"));
        }

        @Test
        void isNoLongerAskedOnceItsPeriodIsOver() {
            askedForGold().whenCaughtUp(MAY).expectEvents(withdrawn(upgrade(1), false), silverDue(MAY, JUN, MAY, 1));
        }

        @Test
        void replacesADowngradeThatWasPlanned() {
            MembershipScenario member = member(APR).at(TWENTY_LEFT);
            member.given(member.changingTo(BRONZE))
                    .when(member.changingTo(GOLD))
                    .expectEvents(new TierChangePlanned(ID, SILVER), upgradeDue(1, usd("3.33"), APR, MAY, TWENTY_LEFT));
        }
    }

    @Nested
    @DisplayName("up while an older period is not paid yet")
    class UpWhileAPeriodIsMissing {

        private static final String LATE = "2026-06-25T12:00:00Z";

        /** In the period from June on, with the charge of May without an outcome. */
        private static MembershipScenario late() {
            MembershipScenario member = member(APR).at(MAY).caughtUp().at(LATE);
            return member.given(member.changingTo(GOLD));
        }

        @Test
        @DisplayName("stays asked while its own period runs")
        void staysAskedWhileItsOwnPeriodRuns() {
            MembershipScenario member = late();
            member.when(member.paying(period(MAY), SILVER_PRICE))
                    .expectEvents(silverPaid(MAY, JUN, LATE), silverDue(JUN, JUL, JUN, 1));
        }

        @Test
        @DisplayName("B3 is not charged twice for the same days: the period costs the tier of its start")
        void isNotChargedTwice() {
            MembershipScenario member = late();
            member.given(member.paying(upgrade(1), usd("2.50")))
                    .when(member.paying(period(MAY), SILVER_PRICE))
                    .expectEvents(silverPaid(MAY, JUN, LATE), silverDue(JUN, JUL, JUN, 1));
            MembershipScenario after = late();
            after.given(after.paying(upgrade(1), usd("2.50")))
                    .given(after.paying(period(MAY), SILVER_PRICE))
                    .given(after.paying(period(JUN), SILVER_PRICE))
                    .whenCaughtUp(JUL)
                    .expectEvents(due(GOLD, GOLD_PRICE, JUL, "2026-08-10T12:00:00Z", JUL, 1));
        }
    }

    @Nested
    @DisplayName("down")
    class Down {

        @Test
        void beginsWithTheNextPeriod() {
            MembershipScenario member = member(APR).at(TWENTY_LEFT);
            member.when(member.changingTo(BRONZE)).expectEvents(new TierChangePlanned(ID, BRONZE));
            MembershipScenario planned = member(APR).at(TWENTY_LEFT);
            planned.given(planned.changingTo(BRONZE))
                    .whenCaughtUp(MAY)
                    .expectEvents(changed(BRONZE, MAY), due(BRONZE, BRONZE_PRICE, MAY, JUN, MAY, 1));
        }

        @Test
        void isQuietWhenRepeated() {
            MembershipScenario member = member(APR);
            member.given(member.changingTo(BRONZE));
            quiet(member.when(member.changingTo(BRONZE)));
            MembershipScenario same = member(APR);
            quiet(same.when(same.changingTo(SILVER)));
        }

        @Test
        void isGivenUpForThePresentTier() {
            MembershipScenario member = member(APR);
            member.given(member.changingTo(BRONZE))
                    .when(member.changingTo(SILVER))
                    .expectEvents(new TierChangePlanned(ID, SILVER));
            MembershipScenario back = member(APR);
            back.given(back.changingTo(BRONZE))
                    .given(back.changingTo(SILVER))
                    .whenCaughtUp(MAY)
                    .expectEvents(silverDue(MAY, JUN, MAY, 1));
        }

        @Test
        void replacesAnUpgradeThatIsNotPaidYet() {
            MembershipScenario member = askedForGold();
            member.when(member.changingTo(BRONZE))
                    .expectEvents(withdrawn(upgrade(1), false), new TierChangePlanned(ID, BRONZE));
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refusals {

        private static void refusedChange(MembershipScenario member, TierId wanted, ErrorCode code) {
            member.when(member.changingTo(wanted)).expectNoEvents().expectException(refused(code));
        }

        @Test
        void toAMembershipThatIsNotActive() {
            refusedChange(joined(APR), GOLD, ErrorCode.WRONG_MEMBERSHIP_STATE);
            MembershipScenario cancelled = member(APR);
            refusedChange(cancelled.given(cancelled.cancelling()), BRONZE, ErrorCode.WRONG_MEMBERSHIP_STATE);
        }

        @Test
        void whileTheProgrammeIsNotOn() {
            refusedChange(
                    member(APR).programmePaused("2026-04-15T00:00:00Z").at(TWENTY_LEFT),
                    GOLD,
                    ErrorCode.WRONG_MEMBERSHIP_STATE);
            refusedChange(
                    member(APR)
                            .programmeTerminated("2026-04-15T00:00:00Z", EndReason.ABUSE)
                            .at(TWENTY_LEFT),
                    BRONZE,
                    ErrorCode.WRONG_MEMBERSHIP_STATE);
        }

        @Test
        void toATierThatTakesNobodyOrIsUnknown() {
            refusedChange(member(APR), CLOSED, ErrorCode.TIER_CLOSED);
            refusedChange(member(APR), new TierId("none"), ErrorCode.UNKNOWN_TIER);
        }
    }
}
