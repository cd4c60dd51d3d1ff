package dev.creatorledger.command.membership;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.CHANNEL;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.SOON;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.join;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.config.Commands.Together;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of what comes at once to memberships")
class MembershipRacesIT {

    private static final int VIEWERS = 20;

    private final ExecutorService callers = Executors.newFixedThreadPool(VIEWERS);
    private CommandSideOnPostgres side;

    @BeforeEach
    void aProgramme() {
        side = ProgrammeOnPostgres.withPagesOf(5);
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        ProgrammeOnPostgres.end(side);
    }

    private static String outcome(Future<?> call) throws Exception {
        try {
            call.get(SOON.toSeconds(), TimeUnit.SECONDS);
            return "done";
        } catch (ExecutionException e) {
            return e.getCause() instanceof Refusal refusal ? refusal.code().name() : String.valueOf(e.getCause());
        }
    }

    @Test
    @DisplayName("B10 of twenty joins of one viewer one is a membership")
    void ofTwentyJoinsOfOneViewerOneIsAMembership() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> joins = new ArrayList<>();
        for (int number = 0; number < VIEWERS; number++) {
            String name = "m-" + number;
            joins.add(callers.submit(() -> {
                together.await();
                join(side, name, "sara", Platform.WEB);
                return name;
            }));
        }
        together.countDown();
        List<String> outcomes = new ArrayList<>();
        for (Future<?> one : joins) {
            outcomes.add(outcome(one));
        }
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes).containsOnly("done", ErrorCode.ALREADY_MEMBER.name());
        assertThat(side.stored(MembershipStarted.class)).hasSize(1);
    }

    /** What is sent while the programme is asked and before that is committed. */
    private String meanwhile(Consumer<Together> first, Runnable second) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Future<?> one =
                callers.submit(() -> side.commands().together(new AskProgramme(CHANNEL), CHANNEL, CALLER, unit -> {
                    unit.send(new AskProgramme(CHANNEL));
                    asked.countDown();
                    awaiting(waiting);
                    first.accept(unit);
                }));
        asked.await();
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> other = callers.submit(() -> {
            begun.countDown();
            second.run();
        });
        begun.await();
        assertThat(other.isDone()).as("waits for the first").isFalse();
        waiting.countDown();
        assertThat(outcome(one)).isEqualTo("done");
        return outcome(other);
    }

    private static void saraJoins(Together unit) {
        ProgrammeTerms terms = unit.send(new AskProgramme(CHANNEL));
        List<Object> following = unit.send(ProgrammeOnPostgres.joining("m-1", "sara", Platform.WEB, terms));
        unit.sendAll(following);
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("B21 a join that asks the programme before a pause is ended by the pause")
    void aJoinThatAsksBeforeAPauseIsEndedByIt() throws Exception {
        String pause = meanwhile(MembershipRacesIT::saraJoins, () -> ProgrammeOnPostgres.pause(side));
        assertThat(pause).isEqualTo("done");
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipEnded.class))
                .hasSize(1));
        assertThat(side.stored(MembershipEnded.class).get(0).reason()).isEqualTo(EndReason.PROGRAMME_PAUSED);
    }

    @Test
    @DisplayName("B21 a join that comes while a pause is decided is refused")
    void aJoinThatComesWhileAPauseIsDecidedIsRefused() throws Exception {
        String join =
                meanwhile(unit -> unit.send(ProgrammeOnPostgres.PAUSE), () -> join(side, "m-1", "sara", Platform.WEB));
        assertThat(join).isEqualTo(ErrorCode.PROGRAMME_PAUSED.name());
        assertThat(side.stored(MembershipStarted.class)).isEmpty();
        assertThat(side.stored(MembershipProgrammePaused.class)).hasSize(1);
    }

    @Test
    @DisplayName("B26 turning on while the end is decided is refused until the refunds are booked")
    void turningOnBesideATermination() throws Exception {
        member(side, "m-1");
        side.commits().fail(Integer.MAX_VALUE, 1); // the fan-out gets nowhere
        String enabling =
                meanwhile(unit -> unit.send(ProgrammeOnPostgres.TERMINATE), () -> ProgrammeOnPostgres.enable(side));
        assertThat(enabling).isEqualTo(ErrorCode.PROGRAMME_ENDING.name());
        side.commits().fail(0, 0);
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        ProgrammeOnPostgres.enable(side);
        assertThat(side.stored(MembershipProgrammeEnabled.class)).hasSize(2);
        assertThat(side.stored(MembershipEnded.class)).hasSize(1);
    }

    @Test
    @DisplayName("B26 a termination while turning on again is decided ends the programme")
    void aTerminationBesideTurningOnAgain() throws Exception {
        member(side, "m-1");
        ProgrammeOnPostgres.pause(side);
        String end =
                meanwhile(unit -> unit.sendAll(ProgrammeOnPostgres.RESUME), () -> ProgrammeOnPostgres.terminate(side));
        assertThat(end).isEqualTo("done");
        await().atMost(SOON).untilAsserted(() -> assertThat(side.stored(MembershipRefundsBooked.class))
                .hasSize(1));
        assertThat(side.stored(MembershipEnded.class)).singleElement().satisfies(event -> assertThat(event.reason())
                .isEqualTo(EndReason.VOLUNTARY));
        assertThat(side.stored(MembershipProgrammeTerminated.class)).hasSize(1);
    }
}
