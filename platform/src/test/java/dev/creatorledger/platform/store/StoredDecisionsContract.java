package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.event;
import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every home of decisions does. */
abstract class StoredDecisionsContract {

    final TestStore store = new TestStore();

    abstract StoredDecisions decisions(TestStore in);

    @AfterEach
    void close() {
        store.close();
    }

    private void decide(String actor, int number) {
        ChannelId channel = new ChannelId("decided");
        MetaData metaData = MetaData.from(Map.of("actor", actor, "correlationId", "c", "reason", "r\",\"" + number));
        store.append(event(channel, number, new FollowersReported(channel, number), metaData, NOW));
    }

    private List<Long> newest(@Nullable String actor, long before, int limit) {
        return decisions(store).newest(actor, before, limit).stream()
                .map(StoredEvent::position)
                .collect(Collectors.toList());
    }

    @Test
    void areFoundByTheirReasonAndByTheirActorNewestFirst() {
        String longest = "x".repeat(10_000);
        store.append(followersUpTo("ch-1", 3)); // 1 to 3: without a reason
        decide("anna", 0); // 4
        decide("anna\",\"reason\":\"x", 1); // 5
        decide("anna", 2); // 6
        decide(longest, 3); // 7: longer than a row of an index may be
        assertThat(newest(null, Long.MAX_VALUE, 10)).containsExactly(7L, 6L, 5L, 4L);
        assertThat(newest(null, 6, 1)).containsExactly(5L);
        assertThat(newest("anna", Long.MAX_VALUE, 10)).containsExactly(6L, 4L);
        assertThat(newest("anna", 6, 10)).containsExactly(4L);
        assertThat(newest("anna\",\"reason\":\"x", Long.MAX_VALUE, 10)).containsExactly(5L);
        assertThat(newest(longest, Long.MAX_VALUE, 10)).containsExactly(7L);
        assertThat(newest("ann", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(newest("system", Long.MAX_VALUE, 10)).isEmpty();
    }
}
