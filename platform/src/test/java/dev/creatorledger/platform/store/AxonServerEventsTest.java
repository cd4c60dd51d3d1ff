package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;

/**
 * The form of events of an older version. None is stored on a server that runs: it would stay there, where processes
 * without the tests' upcaster cannot read it.
 */
class AxonServerEventsTest {

    private static final FollowersReported REPORT = new FollowersReported(new ChannelId("ch-1"), 3);

    private final EventSerializer serializer = new EventSerializer();
    private final AxonServerEvents form = new AxonServerEvents(serializer);

    /** As if followers had been called subscribers ({@link FollowersOnceSubscribers}). */
    private Event ofRevision(String revision) {
        Event current = form.toServer(followers("ch-1", 3));
        String payload = current.getPayload().getData().toStringUtf8().replace("followers", "subscribers");
        Event.Builder older = current.toBuilder();
        older.getPayloadBuilder().setRevision(revision).setData(ByteString.copyFromUtf8(payload));
        return older.build();
    }

    @Test
    void isWrittenWithTheCurrentRevision() {
        assertThat(form.toServer(followers("ch-1", 3)).getPayload().getRevision())
                .isEqualTo(Integer.toString(Upcasters.current("FollowersReported")));
    }

    @Test
    void isHandedToUpcastersAsItIsStored() {
        var old = new InitialEventRepresentation(form.row(4, ofRevision("0")), serializer);
        assertThat(Upcasters.chain().upcast(Stream.of(old))).singleElement().satisfies(current -> assertThat(
                        serializer.<byte[], Object>deserialize(current.getData(byte[].class)))
                .isEqualTo(REPORT));
    }

    @Test
    void isReadAsAStoredEventInTheCurrentForm() {
        StoredEvent stored = form.stored(EventWithToken.newBuilder()
                .setToken(3)
                .setEvent(ofRevision("0"))
                .build());
        assertThat(stored.revision()).isEqualTo("0");
        assertThat(EventJson.read(stored)).isEqualTo(REPORT);
    }

    @Test
    void isRefusedIfNoUpcasterLeadsFromIt() {
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> form.row(4, ofRevision("2")))
                .withMessageContaining("revision 2");
    }
}
