package dev.creatorledger.command.config;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ApplyToAdProgramme;
import dev.creatorledger.command.channel.ApproveAdProgramme;
import dev.creatorledger.command.channel.AskHourTerms;
import dev.creatorledger.command.channel.CountWatchTime;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.command.channel.SuspendAdProgramme;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two nodes of the command side on one store")
class TwoNodesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ChannelId CHANNEL = new ChannelId("ch-1");

    private CommandSideOnPostgres one;
    private CommandSideOnPostgres other;

    @BeforeEach
    void aChannelThatBothKnow() {
        one = CommandSideOnPostgres.at("2026-06-15T10:30:00Z");
        other = one.beside("other");
        one.registered("ch-1");
    }

    @AfterEach
    void end() {
        other.close();
        one.close();
    }

    private static void report(CommandSideOnPostgres node, long followers) {
        node.execute(new ReportFollowers(CHANNEL, followers), CHANNEL);
    }

    @Test
    void neitherDecidesOnWhatItRemembersAlone() {
        report(one, 10);
        report(other, 20);
        report(one, 20);
        report(one, 10);
        report(other, 10);
        assertThat(one.stored(FollowersReported.class))
                .as("a repeat of what the other one was told is quiet, and what it replaced is not")
                .extracting(FollowersReported::followers)
                .containsExactly(10L, 20L, 10L);
    }

    @Test
    void aRefusalRestsOnWhatIsStoredToo() {
        report(one, 200);
        assertThatThrownBy(() -> one.execute(new ApplyToAdProgramme(CHANNEL), CHANNEL))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ELIGIBLE));
        report(one, 201); // it is in memory again
        LocalDate today = LocalDate.of(2026, 6, 15);
        other.execute(new CountWatchTime(CHANNEL, new VideoId("v-1"), today, 3_000L * 3_600), CHANNEL);
        one.execute(new ApplyToAdProgramme(CHANNEL), CHANNEL);
        other.execute(new ApproveAdProgramme(CHANNEL, 5_500), CHANNEL);
        one.execute(new SuspendAdProgramme(CHANNEL), CHANNEL);
        other.execute(new SuspendAdProgramme(CHANNEL), CHANNEL);
        assertThat(one.stored(AdProgrammeSuspended.class)).hasSize(1);
    }

    @Test
    void whatADecisionOnlyReadHasToBeAsItWasWhenItIsStored() {
        ChannelId read = new ChannelId("ch-read");
        one.registered("ch-read");
        AtomicInteger attempts = new AtomicInteger();
        one.commands().together(new ReportFollowers(read, 1), CHANNEL, CALLER, unit -> {
            unit.send(new AskHourTerms(read, List.of(one.clock().instant())));
            if (attempts.incrementAndGet() == 1) {
                elsewhere(() -> other.execute(new ReportFollowers(read, 77), read));
            }
            unit.send(new ReportFollowers(CHANNEL, attempts.get()));
        });
        assertThat(attempts).hasValue(2);
        assertThat(one.stored(FollowersReported.class))
                .extracting(event -> event.channelId().value() + "=" + event.followers())
                .containsExactly("ch-read=77", "ch-1=2");
    }

    /** As another process would, not within this thread's unit of work. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void aLostRaceIsDecidedAnewUntilItIsWon() throws Exception {
        int callers = 4;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(2 * callers);
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < 2 * callers; caller++) {
            CommandSideOnPostgres node = caller % 2 == 0 ? one : other;
            int number = caller;
            calls.add(threads.submit(() -> {
                for (int i = 1; i <= each; i++) {
                    report(node, 1_000L * number + i);
                }
            }));
        }
        for (Future<?> call : calls) {
            call.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(one.stored(FollowersReported.class))
                .extracting(FollowersReported::followers)
                .doesNotHaveDuplicates()
                .hasSize(2 * callers * each);
    }

    @Test
    void oneOfThemHandlesAGroupAndTheOtherTakesItOver() {
        String group = "due-windows";
        await().atMost(SOON).until(() -> progress(one).isHere(group));
        assertThat(progress(other).isHere(group)).isFalse();
        long position = one.execute(new ReportFollowers(CHANNEL, 5), CHANNEL);
        await().atMost(SOON).until(() -> progress(other).position(group) >= position);
        one.stop();
        await().atMost(SOON).until(() -> progress(other).isHere(group));
        one.start();
        assertThat(progress(one).isHere(group)).isFalse();
    }

    private static GroupProgress progress(CommandSideOnPostgres node) {
        assertThat(node.part(Configuration.class)).isNotNull();
        return node.part(GroupProgress.class);
    }
}
