package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever reads events gets the current form of an old one; what is stored stays as it is. */
class UpcastersIT {

    private static final StoredEvents.Filter ANY = new StoredEvents.Filter(null, null, null, null, null);

    private final TestStore store = new TestStore();
    private final StoredEvents stored = new JdbcStoredEvents(store.dataSource);

    @AfterEach
    void close() {
        store.close();
    }

    /** Three reports, the second of them as an older version of the service has stored it. */
    private void threeReports() {
        store.append(followersUpTo("ch-1", 3));
        store.execute("UPDATE domain_event SET payload_revision = 0, payload = convert_to(replace("
                + "convert_from(payload, 'UTF8'), 'followers', 'subscribers'), 'UTF8') WHERE sequence_number = 1");
    }

    private static FollowersReported report(long followers) {
        return new FollowersReported(new ChannelId("ch-1"), followers);
    }

    @Test
    void areAskedByWhoeverReadsAStream() {
        threeReports();
        List<Object> read = new ArrayList<>();
        store.anotherEngine()
                .readEvents(new ChannelId("ch-1").toString())
                .forEachRemaining(event -> read.add(event.getPayload()));
        assertThat(read).containsExactly(report(0), report(1), report(2));
    }

    @Test
    void areAskedByWhoeverFollowsAllEvents() {
        threeReports();
        assertThat(store.anotherEngine()
                        .readEvents(new GlobalSequenceTrackingToken(0), false)
                        .<Object>map(Message::getPayload))
                .containsExactly(report(0), report(1), report(2));
    }

    @Test
    void areAskedByWhoeverReadsStoredEventsAndLeaveTheirBytesAlone() {
        threeReports();
        List<StoredEvent> page = stored.page(ANY, 0, 10);
        assertThat(page.stream().<Object>map(EventJson::read)).containsExactly(report(0), report(1), report(2));
        assertThat(page.get(1).revision()).isEqualTo("0");
        assertThat(new String(page.get(1).payload(), StandardCharsets.UTF_8)).contains("subscribers");
    }

    @Test
    void doNotMakeReadableWhatNoneLeadsFrom() {
        threeReports();
        store.execute("UPDATE domain_event SET payload_revision = 2 WHERE sequence_number = 1");
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> store.anotherEngine()
                        .readEvents(new GlobalSequenceTrackingToken(0), false)
                        .toList())
                .withMessageContaining("revision 2");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> stored.page(ANY, 0, 10).forEach(EventJson::read))
                .withMessageContaining("revision 2");
    }

    @Test
    void writeTheCurrentRevision() {
        assertThat(Upcasters.current("FollowersReported")).isEqualTo(1);
        assertThat(Upcasters.reads("FollowersReported", 0)).isTrue();
        assertThat(Upcasters.reads("VideoRegistered", 0)).isFalse();
    }
}
