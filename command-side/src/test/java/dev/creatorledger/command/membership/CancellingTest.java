package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.GOLD;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.freeingTheSlot;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.period;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.upgrade;
import static dev.creatorledger.command.membership.MembershipScenario.withdrawn;

import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B13 Cancelling")
class CancellingTest {

    private static final String JAN = "2026-01-15T00:00:00Z";
    private static final String FEB = "2026-02-15T00:00:00Z";
    private static final String NOW = "2026-01-20T00:00:00Z";

    @Test
    void keepsThePerksUntilTheEndOfThePaidPeriodWithoutRefund() {
        MembershipScenario member = member(JAN).at(NOW);
        member.when(member.cancelling())
                .expectEvents(new MembershipCancelled(ID, time(NOW), time(FEB)))
                .expectResultMessagePayload(List.of(freeingTheSlot()));
    }

    @Test
    void isQuietWhenRepeatedAlsoAfterThatPeriod() {
        MembershipScenario member = member(JAN).at(NOW);
        member.given(member.cancelling());
        quiet(member.at("2026-03-01T00:00:00Z").when(member.cancelling()));
    }

    @Test
    void withdrawsWhatIsAsked() {
        MembershipScenario member = member(JAN).at(FEB).caughtUp().at("2026-02-16T00:00:00Z");
        member.given(member.changingTo(GOLD))
                .when(member.cancelling())
                .expectEvents(
                        withdrawn(upgrade(1), false),
                        withdrawn(period(FEB), false),
                        new MembershipCancelled(ID, time("2026-02-16T00:00:00Z"), time("2026-02-16T00:00:00Z")));
    }

    @Test
    void ofAPendingOneEndsItAtOnce() {
        MembershipScenario pending = joined(JAN).at(NOW);
        pending.when(pending.cancelling())
                .expectEvents(withdrawn(period(JAN), false), new MembershipCancelled(ID, time(NOW), time(NOW)))
                .expectResultMessagePayload(List.of(freeingTheSlot()));
    }

    @Test
    void asksNoFurtherCharge() {
        MembershipScenario member = member(JAN).at(NOW);
        quiet(member.given(member.cancelling()).whenCaughtUp("2026-06-01T00:00:00Z"));
    }

    @Test
    void isRefusedOnceTheServiceHasEndedIt() {
        MembershipScenario member = member(JAN).programmeTerminated(NOW, EndReason.VOLUNTARY);
        member.at(FEB).when(member.cancelling()).expectException(refused(ErrorCode.WRONG_MEMBERSHIP_STATE));
    }

    @Test
    void ofAMembershipThatNobodyKnowsIsNotFound() {
        MembershipScenario viewer = MembershipScenario.nobody(JAN);
        viewer.when(new CancelMembership(new MembershipId("m-9"), viewer.terms()))
                .expectException(AggregateNotFoundException.class);
    }
}
