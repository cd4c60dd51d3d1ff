package dev.creatorledger.command.config;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.AskHourTerms;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.store.AxonServerStorageEngine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On an Axon Server that runs, {@code host:port} in {@code LEDGER_IT_AXONSERVER}. */
@DisplayName("Two nodes of the command side with their events in Axon Server")
class TwoNodesOnAxonServerIT {

    private static final String VARIABLE = "LEDGER_IT_AXONSERVER";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ChannelId channel = new ChannelId("ch-" + UUID.randomUUID());
    private final ChannelId read = new ChannelId("ch-" + UUID.randomUUID());
    private final Deque<CommandSideOnPostgres> started = new ArrayDeque<>();
    private CommandSideOnPostgres one;
    private CommandSideOnPostgres other;

    @BeforeEach
    void start() {
        String server = System.getenv(VARIABLE);
        if (server == null) {
            System.out.println(VARIABLE + " is not set: Axon Server is skipped");
        }
        Assumptions.assumeTrue(server != null, VARIABLE + " is not set: Axon Server is skipped");
        one = CommandSideOnPostgres.withEventsIn(server, "2026-06-15T10:30:00Z");
        started.push(one);
        other = one.beside("other");
        started.push(other);
        one.registered(channel.value());
        one.registered(read.value());
    }

    @AfterEach
    void end() {
        started.forEach(CommandSideOnPostgres::close);
    }

    private static void report(CommandSideOnPostgres node, ChannelId channel, long followers) {
        node.execute(new ReportFollowers(channel, followers), channel);
    }

    private static List<String> types(CommandSideOnPostgres node, ChannelId channel) {
        return node.raw().stream()
                .filter(event -> event.stream().equals(channel.toString()))
                .map(event -> event.aggregateSequence() + " " + event.type())
                .toList();
    }

    private static List<Long> reported(CommandSideOnPostgres node, ChannelId channel) {
        return node.stored(FollowersReported.class).stream()
                .filter(event -> event.channelId().equals(channel))
                .map(FollowersReported::followers)
                .toList();
    }

    @Test
    void neitherDecidesOnWhatItRemembersAlone() {
        assertThat(one.part(EventStorageEngine.class)).isExactlyInstanceOf(AxonServerStorageEngine.class);
        report(one, channel, 10);
        report(other, channel, 20);
        report(one, channel, 20);
        report(one, channel, 10);
        report(other, channel, 10);
        assertThat(reported(one, channel)).containsExactly(10L, 20L, 10L);
    }

    @Test
    void whatADecisionOnlyReadHasToBeAsItWasWhenItIsStored() {
        AtomicInteger attempts = new AtomicInteger();
        decideOn(attempts, () -> report(other, read, 77));
        assertThat(attempts).hasValue(2);
        assertThat(reported(one, channel)).containsExactly(2L);
        assertThat(types(one, read)).containsExactly("0 ChannelRegistered", "1 FollowersReported", "2 StreamConsulted");
        // Both know the stream up to the place that was taken, and go on behind it.
        report(other, read, 78);
        report(one, read, 79);
        assertThat(reported(one, read)).containsExactly(77L, 78L, 79L);
    }

    private void decideOn(AtomicInteger attempts, Runnable meanwhile) {
        one.commands().together(new ReportFollowers(read, 1), channel, CALLER, unit -> {
            unit.send(new AskHourTerms(read, List.of(one.clock().instant())));
            if (attempts.incrementAndGet() == 1) {
                CompletableFuture.runAsync(meanwhile).join(); // not within this thread's unit of work
            }
            unit.send(new ReportFollowers(channel, attempts.get()));
        });
    }

    @Test
    void aChangeThatCameSecondToADecisionOnWhatItChangesIsDecidedAnew() {
        decideOn(new AtomicInteger(), () -> {});
        report(other, read, 5);
        assertThat(types(other, read))
                .containsExactly("0 ChannelRegistered", "1 StreamConsulted", "2 FollowersReported");
    }

    @Test
    void aLostRaceIsDecidedAnewUntilItIsWon() throws Exception {
        int callers = 4;
        int each = 10;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            CommandSideOnPostgres node = caller % 2 == 0 ? one : other;
            int number = caller;
            calls.add(threads.submit(() -> {
                for (int i = 1; i <= each; i++) {
                    report(node, channel, 1_000L * number + i);
                }
            }));
        }
        for (Future<?> call : calls) {
            call.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(reported(one, channel)).doesNotHaveDuplicates().hasSize(callers * each);
    }
}
