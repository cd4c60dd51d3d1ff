package dev.creatorledger.command.membership;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.membership.MembershipScenario.CHANNEL;
import static dev.creatorledger.command.membership.MembershipScenario.CLOSED;
import static dev.creatorledger.command.membership.MembershipScenario.ID;
import static dev.creatorledger.command.membership.MembershipScenario.MEMBER;
import static dev.creatorledger.command.membership.MembershipScenario.SILVER;
import static dev.creatorledger.command.membership.MembershipScenario.SLOT;
import static dev.creatorledger.command.membership.MembershipScenario.joined;
import static dev.creatorledger.command.membership.MembershipScenario.member;
import static dev.creatorledger.command.membership.MembershipScenario.nobody;
import static dev.creatorledger.command.membership.MembershipScenario.quiet;
import static dev.creatorledger.command.membership.MembershipScenario.silverDue;
import static dev.creatorledger.command.membership.MembershipScenario.time;
import static dev.creatorledger.command.membership.MembershipScenario.usd;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.command.membership.SlotCommand.FreeSlot;
import dev.creatorledger.command.membership.SlotCommand.TakeSlot;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.SlotEvent.SlotFreed;
import dev.creatorledger.events.membership.SlotEvent.SlotTaken;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("B10 Joining")
class JoiningTest {

    private static final String DAY = "2026-01-31T10:00:00Z";

    @Test
    void asksTheFirstPaymentAtOnceAndTakesThePlaceOfTheViewer() {
        MembershipScenario viewer = nobody(DAY);
        viewer.when(viewer.joining(SILVER))
                .expectEvents(
                        new MembershipStarted(ID, CHANNEL, MEMBER, null, SILVER, Platform.WEB, time(DAY), 1),
                        silverDue(DAY, "2026-02-28T10:00:00Z", DAY, 1))
                .expectResultMessagePayload(List.of(new TakeSlot(SLOT, ID)));
    }

    @Test
    @DisplayName("B3 costs what the tier costs at that time")
    void costsWhatTheTierCostsThen() {
        MembershipScenario viewer = nobody(DAY)
                .priced(SILVER, "2026-01-01T00:00:00Z", usd("5.99"))
                .priced(SILVER, "2026-02-01T00:00:00Z", usd("6.99"));
        viewer.when(viewer.joining(SILVER))
                .expectEvents(
                        new MembershipStarted(ID, CHANNEL, MEMBER, null, SILVER, Platform.WEB, time(DAY), 1),
                        MembershipScenario.due(SILVER, usd("5.99"), DAY, "2026-02-28T10:00:00Z", DAY, 1));
    }

    @Test
    void isQuietWhenRepeatedWhateverHasBecomeOfIt() {
        MembershipScenario member = joined(DAY);
        quiet(member.when(member.joining(SILVER)));
        MembershipScenario ended = member(DAY).programmeTerminated("2026-02-01T00:00:00Z", EndReason.VOLUNTARY);
        quiet(ended.at("2026-03-01T00:00:00Z").when(ended.joining(SILVER)));
    }

    @Test
    void ofAnIdThatIsAnotherMembershipsIsRefused() {
        ProgrammeTerms terms = joined(DAY).terms();
        ProgrammeTerms elsewhere =
                new ProgrammeTerms(new ChannelId("ch-2"), terms.status(), terms.turns(), terms.tiers());
        taken(new StartMembership(ID, new MemberId("sara"), null, SILVER, Platform.WEB, terms));
        taken(new StartMembership(ID, MEMBER, null, SILVER, Platform.IOS, terms));
        taken(new StartMembership(ID, MEMBER, null, MembershipScenario.GOLD, Platform.WEB, terms));
        taken(new StartMembership(ID, MEMBER, null, SILVER, Platform.WEB, elsewhere));
    }

    private static void taken(StartMembership command) {
        joined(DAY).when(command).expectNoEvents().expectException(refused(ErrorCode.MEMBERSHIP_FIXED));
    }

    @Test
    void needsAProgrammeThatIsOn() {
        MembershipScenario paused = nobody(DAY).programmePaused("2026-01-30T00:00:00Z");
        refusedJoining(paused, ErrorCode.PROGRAMME_PAUSED);
        MembershipScenario ended = nobody(DAY).programmeTerminated("2026-01-30T00:00:00Z", EndReason.FRAUD);
        refusedJoining(ended, ErrorCode.PROGRAMME_NOT_ON);
        ProgrammeTerms off = new ProgrammeTerms(CHANNEL, ProgrammeTerms.Status.OFF, List.of(), Map.of());
        nobody(DAY)
                .when(new StartMembership(ID, MEMBER, null, SILVER, Platform.WEB, off))
                .expectException(refused(ErrorCode.PROGRAMME_NOT_ON));
    }

    private static void refusedJoining(MembershipScenario viewer, ErrorCode code) {
        viewer.when(viewer.joining(SILVER)).expectNoEvents().expectException(refused(code));
    }

    @Test
    @DisplayName("B3 needs a tier of the programme that takes new members")
    void needsATierThatTakesNewMembers() {
        MembershipScenario viewer = nobody(DAY);
        viewer.when(viewer.joining(CLOSED)).expectException(refused(ErrorCode.TIER_CLOSED));
        MembershipScenario other = nobody(DAY);
        other.when(other.joining(new TierId("none"))).expectException(refused(ErrorCode.UNKNOWN_TIER));
    }

    @Test
    @DisplayName("B15 joining again after a new beginning is a membership with a billing day of its own")
    void joinsAProgrammeThatBeganAnew() {
        MembershipScenario viewer = nobody("2026-03-15T09:00:00Z")
                .programmeTerminated("2026-02-01T00:00:00Z", EndReason.VOLUNTARY)
                .programme(ProgrammeTerms.TurnKind.ON, "2026-03-01T00:00:00Z", null);
        String now = "2026-03-15T09:00:00Z";
        viewer.when(viewer.joining(SILVER))
                .expectEvents(
                        new MembershipStarted(ID, CHANNEL, MEMBER, null, SILVER, Platform.WEB, time(now), 3),
                        silverDue(now, "2026-04-15T09:00:00Z", now, 1));
    }

    @Nested
    @DisplayName("One live membership per viewer and channel")
    class OnePlace {

        private final MembershipId other = new MembershipId("m-2");
        private final SlotTaken taken = new SlotTaken(SLOT, ID);

        private static ResultValidator<MembershipSlot> after(Object command, Object... past) {
            return new AggregateTestFixture<>(MembershipSlot.class).given(past).when(command);
        }

        @Test
        void isTakenOnce() {
            after(new TakeSlot(SLOT, ID)).expectEvents(taken);
            after(new TakeSlot(SLOT, ID), taken)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            after(new TakeSlot(SLOT, other), taken).expectException(refused(ErrorCode.ALREADY_MEMBER));
        }

        @Test
        void isFreedByTheMembershipThatHasItAlone() {
            after(new FreeSlot(SLOT, ID), taken).expectEvents(new SlotFreed(SLOT, ID));
            after(new FreeSlot(SLOT, other), taken)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            after(new FreeSlot(SLOT, ID), taken, new SlotFreed(SLOT, ID))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            after(new TakeSlot(SLOT, other), taken, new SlotFreed(SLOT, ID)).expectEvents(new SlotTaken(SLOT, other));
        }
    }
}
