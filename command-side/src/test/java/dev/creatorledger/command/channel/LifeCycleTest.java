package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.application;
import static dev.creatorledger.command.channel.ChannelScenario.applied;
import static dev.creatorledger.command.channel.ChannelScenario.approval;
import static dev.creatorledger.command.channel.ChannelScenario.eligible;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;
import static dev.creatorledger.command.channel.ChannelScenario.left;
import static dev.creatorledger.command.channel.ChannelScenario.pauseCause;
import static dev.creatorledger.command.channel.ChannelScenario.reinstatement;
import static dev.creatorledger.command.channel.ChannelScenario.rejected;
import static dev.creatorledger.command.channel.ChannelScenario.suspended;
import static dev.creatorledger.command.channel.ChannelScenario.suspension;
import static dev.creatorledger.platform.refusal.ErrorCode.WRONG_PROGRAMME_STATE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.AdApplicationWithdrawn;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.membership.PauseCause;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every command: it turns, it is quiet, or it is refused (A2). */
class LifeCycleTest {

    private static final Object APPLY = new ApplyToAdProgramme(CHANNEL);
    private static final Object APPROVE = new ApproveAdProgramme(CHANNEL, null);
    private static final Object REJECT = new RejectAdProgramme(CHANNEL);
    private static final Object SUSPEND = new SuspendAdProgramme(CHANNEL);
    private static final Object REINSTATE = new ReinstateAdProgramme(CHANNEL);
    private static final Object LEAVE = new LeaveAdProgramme(CHANNEL, false);
    private static final Object REMOVE = new LeaveAdProgramme(CHANNEL, true);
    private static final Object CHANGE_SHARE = new ChangeAdShare(CHANNEL, 6_000);
    private static final String NEXT_HOUR = "2026-06-15T11:00:00Z";

    private static Named<Supplier<ChannelScenario>> notEnrolled() {
        return Named.of("not enrolled", ChannelScenario::eligible);
    }

    private static Named<Supplier<ChannelScenario>> anApplicant() {
        return Named.of("applied", ChannelScenario::applied);
    }

    private static Named<Supplier<ChannelScenario>> aRejectedOne() {
        return Named.of("rejected", ChannelScenario::rejected);
    }

    private static Named<Supplier<ChannelScenario>> anEnrolledOne() {
        return Named.of("enrolled", ChannelScenario::enrolled);
    }

    private static Named<Supplier<ChannelScenario>> aSuspendedOne() {
        return Named.of("suspended", ChannelScenario::suspended);
    }

    private static Named<Supplier<ChannelScenario>> oneThatLeft() {
        return Named.of("left", ChannelScenario::left);
    }

    @Nested
    @DisplayName("A2 The programme turns")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Turning {

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource
        void asItsLifeCycleAllows(Supplier<ChannelScenario> channel, Object command, List<LedgerEvent> events) {
            channel.get().when(command).expectSuccessfulHandlerExecution().expectEvents(events.toArray());
        }

        Stream<Arguments> asItsLifeCycleAllows() {
            Instant shut = Instant.parse(NEXT_HOUR);
            return Stream.of(
                    arguments(notEnrolled(), APPLY, List.of(application())),
                    arguments(aRejectedOne(), APPLY, List.of(application())),
                    arguments(oneThatLeft(), APPLY, List.of(application())),
                    arguments(anApplicant(), APPROVE, List.of(approval(5_000))),
                    arguments(anApplicant(), REJECT, List.of(new AdProgrammeRejected(CHANNEL))),
                    arguments(anApplicant(), LEAVE, List.of(new AdApplicationWithdrawn(CHANNEL))),
                    arguments(anApplicant(), REMOVE, List.of(new AdApplicationWithdrawn(CHANNEL))),
                    arguments(
                            anEnrolledOne(),
                            SUSPEND,
                            List.of(
                                    suspension(NEXT_HOUR),
                                    pauseCause(PauseCause.MONETIZATION_POLICY_VIOLATION, NOW.toString()))),
                    arguments(anEnrolledOne(), LEAVE, List.of(new AdProgrammeLeft(CHANNEL, false, shut))),
                    arguments(anEnrolledOne(), REMOVE, List.of(new AdProgrammeLeft(CHANNEL, true, shut))),
                    arguments(aSuspendedOne(), REINSTATE, List.of(reinstatement("2026-06-15T10:00:00Z"))),
                    arguments(aSuspendedOne(), LEAVE, List.of(new AdProgrammeLeft(CHANNEL, false, shut))),
                    arguments(aSuspendedOne(), REMOVE, List.of(new AdProgrammeLeft(CHANNEL, true, shut))));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource
        void onceOnly_aRepeatIsQuiet(Supplier<ChannelScenario> channel, Object command) {
            channel.get().when(command).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        Stream<Arguments> onceOnly_aRepeatIsQuiet() {
            return Stream.of(
                    arguments(anApplicant(), APPLY),
                    arguments(anEnrolledOne(), APPROVE),
                    arguments(anEnrolledOne(), new ApproveAdProgramme(CHANNEL, 5_000)),
                    arguments(aRejectedOne(), REJECT),
                    arguments(aSuspendedOne(), SUSPEND),
                    arguments(anEnrolledOne(), REINSTATE),
                    arguments(oneThatLeft(), LEAVE),
                    arguments(oneThatLeft(), REMOVE));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource
        void andInNoOtherWay(Supplier<ChannelScenario> channel, Object command) {
            channel.get().when(command).expectNoEvents().expectException(refused(WRONG_PROGRAMME_STATE));
        }

        Stream<Arguments> andInNoOtherWay() {
            return Stream.of(
                            Stream.of(APPROVE, REJECT, SUSPEND, REINSTATE, LEAVE, REMOVE, CHANGE_SHARE)
                                    .map(command -> arguments(notEnrolled(), command)),
                            Stream.of(SUSPEND, REINSTATE, CHANGE_SHARE)
                                    .map(command -> arguments(anApplicant(), command)),
                            Stream.of(APPROVE, SUSPEND, REINSTATE, LEAVE, REMOVE, CHANGE_SHARE)
                                    .map(command -> arguments(aRejectedOne(), command)),
                            Stream.of(APPLY, REJECT, new ApproveAdProgramme(CHANNEL, 6_000))
                                    .map(command -> arguments(anEnrolledOne(), command)),
                            Stream.of(APPLY, APPROVE, REJECT).map(command -> arguments(aSuspendedOne(), command)),
                            Stream.of(APPROVE, REJECT, SUSPEND, REINSTATE, CHANGE_SHARE)
                                    .map(command -> arguments(oneThatLeft(), command)))
                    .flatMap(each -> each);
        }
    }

    @Nested
    @DisplayName("A2 Leaving withdraws an application")
    class Withdrawing {

        private static final AdApplicationWithdrawn WITHDRAWN = new AdApplicationWithdrawn(CHANNEL);

        @Test
        void onceOnly_aRepeatIsQuiet() {
            applied()
                    .after(WITHDRAWN)
                    .when(LEAVE)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void andTheChannelCanApplyAgain() {
            applied()
                    .after(WITHDRAWN)
                    .when(APPLY)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(application());
        }

        @Test
        void andNobodyCanApproveItAnyMore() {
            applied().after(WITHDRAWN).when(APPROVE).expectNoEvents().expectException(refused(WRONG_PROGRAMME_STATE));
        }

        @Test
        void andARejectedOneIsRejectedAsBefore() {
            rejected()
                    .after(application(), WITHDRAWN)
                    .when(REJECT)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void butLeavingWithoutAnyApplicationIsRefused() {
            eligible().when(LEAVE).expectNoEvents().expectException(refused(WRONG_PROGRAMME_STATE));
            rejected()
                    .after(application(), WITHDRAWN, application(), new AdProgrammeRejected(CHANNEL))
                    .when(LEAVE)
                    .expectNoEvents()
                    .expectException(refused(WRONG_PROGRAMME_STATE));
        }
    }

    @Nested
    @DisplayName("A2 A channel can be taken in again")
    class Again {

        @Test
        void afterItLeft() {
            left().after(application())
                    .when(new ApproveAdProgramme(CHANNEL, 6_000))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(approval(6_000));
        }

        @Test
        void afterItWasSuspendedAndReinstated() {
            suspended()
                    .after(reinstatement("2026-06-15T09:00:00Z"))
                    .when(SUSPEND)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(
                            suspension(NEXT_HOUR),
                            pauseCause(PauseCause.MONETIZATION_POLICY_VIOLATION, NOW.toString()));
            enrolled()
                    .after(suspension("2026-06-15T08:00:00Z"), reinstatement("2026-06-15T09:00:00Z"))
                    .when(REINSTATE)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }
}
