package dev.creatorledger.command.window;

import static dev.creatorledger.command.window.Sent.many;
import static dev.creatorledger.events.window.Outcome.DUPLICATE;
import static dev.creatorledger.events.window.Outcome.QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On an Axon Server that runs, {@code host:port} in {@code LEDGER_IT_AXONSERVER}; it has events of others, too. */
@DisplayName("A7 Exactly once, on two nodes with their events in Axon Server")
class BookingOnAxonServerIT {

    private static final String VARIABLE = "LEDGER_IT_AXONSERVER";
    private static final String HOUR = "2026-06-15T10:00:00Z";
    private static final int BATCHES = 60;
    private static final int STEP = 20;
    private static final int EACH = 40;
    private static final long SOON_SECONDS = 90;

    private final String channel = "ch-" + UUID.randomUUID();
    private final String video = "v-" + UUID.randomUUID();
    private final ExecutorService callers = Executors.newFixedThreadPool(8);
    private CommandSideOnPostgres one;
    private CommandSideOnPostgres other;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        String server = System.getenv(VARIABLE);
        if (server == null) {
            System.out.println(VARIABLE + " is not set: Axon Server is skipped");
        }
        Assumptions.assumeTrue(server != null, VARIABLE + " is not set: Axon Server is skipped");
        one = CommandSideOnPostgres.withEventsIn(server, "2026-06-15T10:30:00Z");
        other = one.beside("other");
        one.enrolled(channel, 5_000);
        one.original(video, channel);
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        if (other != null) {
            other.close();
        }
        if (one != null) {
            one.close();
        }
    }

    @Test
    void overlappingBatchesForOneWindowSentToBothAtOnceEarnOncePerImpression() throws Exception {
        List<Callable<List<Outcome>>> sends = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            CommandSideOnPostgres node = batch % 2 == 0 ? one : other;
            int from = STEP * (batch / 2);
            List<Impression> impressions = many("a-", from, from + EACH, video, HOUR);
            sends.add(() -> Sent.to(node, null, impressions));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<List<Outcome>> sent : callers.invokeAll(sends, SOON_SECONDS, TimeUnit.SECONDS)) {
            outcomes.addAll(sent.get());
        }
        int distinct = (BATCHES / 2 - 1) * STEP + EACH;
        assertThat(outcomes).containsOnly(QUALIFIED, DUPLICATE);
        assertThat(outcomes.stream().filter(QUALIFIED::equals)).hasSize(distinct);
        assertThat(one.stored(ImpressionQualified.class).stream()
                        .filter(event -> event.windowId().channelId().value().equals(channel))
                        .map(ImpressionQualified::impressionId))
                .doesNotHaveDuplicates()
                .hasSize(distinct);
        assertThat(one.stored(ImpressionWindowOpened.class).stream()
                        .filter(event -> event.windowId().channelId().value().equals(channel)))
                .hasSize(1);
    }
}
