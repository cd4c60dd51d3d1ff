package dev.creatorledger.command.membership;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.CHANNEL;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.SOON;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.join;
import static dev.creatorledger.command.membership.ProgrammeOnPostgres.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Memberships on two nodes")
class MembershipsOnTwoNodesIT {

    private static final int VIEWERS = 20;

    private final ExecutorService callers = Executors.newFixedThreadPool(VIEWERS);
    private CommandSideOnPostgres one;
    private CommandSideOnPostgres other;

    @BeforeEach
    void aProgramme() {
        one = ProgrammeOnPostgres.withPagesOf(5);
        other = one.beside("other");
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        other.close();
        ProgrammeOnPostgres.end(one);
    }

    @Test
    @DisplayName("B10 of twenty joins of one viewer, on both, one is a membership")
    void ofTwentyJoinsOfOneViewerOneIsAMembership() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> joins = new ArrayList<>();
        for (int number = 0; number < VIEWERS; number++) {
            String name = "m-" + number;
            CommandSideOnPostgres node = number % 2 == 0 ? one : other;
            joins.add(callers.submit(() -> {
                together.await();
                join(node, name, "one-viewer", Platform.WEB);
                return name;
            }));
        }
        together.countDown();
        int done = 0;
        for (Future<?> call : joins) {
            try {
                call.get(SOON.toSeconds(), TimeUnit.SECONDS);
                done++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(Refusal.class);
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(one.stored(MembershipStarted.class)).hasSize(1);
    }

    @Test
    @DisplayName("B20, B27 a pause that the other one stores while somebody joins comes first, or after the membership")
    void aPauseOfTheOtherNodeIsNotOverlooked() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> one.commands().together(new AskProgramme(CHANNEL), CHANNEL, CALLER, unit -> {
                    ProgrammeTerms terms = unit.send(new AskProgramme(CHANNEL));
                    if (attempts.incrementAndGet() == 1) {
                        // Not within this thread's unit of work: as another process does it.
                        CompletableFuture.runAsync(() -> ProgrammeOnPostgres.pause(other))
                                .join();
                    }
                    List<Object> following = unit.send(joining("m-1", "viewer", Platform.WEB, terms));
                    unit.sendAll(following);
                }))
                .isInstanceOf(Refusal.class);
        assertThat(attempts).hasValue(2);
        assertThat(one.stored(MembershipStarted.class)).isEmpty();
    }

    @Test
    @DisplayName("B20 a pause reaches every member once, whichever node tells them")
    void aPauseReachesEveryMemberOnce() {
        ProgrammeOnPostgres.members(one, 23);
        ProgrammeOnPostgres.pause(other);
        await().atMost(SOON)
                .until(() -> one.stored(MembershipPaused.class).size() >= 23
                        && ProgrammeOnPostgres.count(one, "programme_turn") == 0);
        other.part(MembershipWorker.class).doWhatIsDue();
        one.part(MembershipWorker.class).doWhatIsDue();
        assertThat(one.stored(MembershipPaused.class))
                .extracting(event -> event.membershipId().value())
                .doesNotHaveDuplicates()
                .hasSize(23);
    }
}
