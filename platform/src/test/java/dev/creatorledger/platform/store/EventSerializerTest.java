package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.contract.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer();

    private Object thereAndBack(Object object) {
        SerializedObject<byte[]> stored = serializer.serialize(object, byte[].class);
        // Names and bytes are all that a row keeps.
        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                stored.getData(),
                byte[].class,
                stored.getType().getName(),
                stored.getType().getRevision()));
        return Objects.requireNonNull(read);
    }

    @Nested
    class Events {

        static Stream<LedgerEvent> samples() {
            return SampleEvents.byName().values().stream().flatMap(List::stream);
        }

        @ParameterizedTest
        @MethodSource("samples")
        void areReadBackAsTheyWere(LedgerEvent event) {
            assertThat(thereAndBack(event)).isEqualTo(event);
        }

        @ParameterizedTest
        @MethodSource("samples")
        void areStoredUnderTheirSimpleNameAndRevision(LedgerEvent event) {
            var type = serializer.serialize(event, byte[].class).getType();
            assertThat(type.getName()).isEqualTo(event.getClass().getSimpleName());
            assertThat(type.getRevision()).isEqualTo("1");
            assertThat(EventTypes.named(type.getName())).isEqualTo(event.getClass());
        }

        @Test
        void ofAnUnknownNameAreNeverLookedUpAsAClass() {
            var stored = new SimpleSerializedObject<>(
                    "{}".getBytes(StandardCharsets.UTF_8), byte[].class, "java.lang.ProcessBuilder", "1");
            Object read = serializer.deserialize(stored);
            assertThat(read).isInstanceOf(UnknownSerializedType.class);
        }

        @Test
        void notOnTheAllowListAreNotWritten() {
            record FollowersReported(int count) {} // the name alone is not enough
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(new FollowersReported(1), byte[].class));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize("text", byte[].class));
        }
    }

    @Nested
    class Metadata {

        @Test
        void isAPlainObjectOfStringsInOrder() {
            MetaData entries = MetaData.from(Map.of("reason", "تخلف", "actor", "op", "causationId", "m"));
            byte[] json = serializer.serialize(entries, byte[].class).getData();
            assertThat(new String(json, StandardCharsets.UTF_8))
                    .isEqualTo("{\"actor\":\"op\",\"causationId\":\"m\",\"reason\":\"تخلف\"}");
            assertThat(thereAndBack(entries)).isEqualTo(entries);
        }

        @Test
        void isNotMixedUpWithWhatWasWrittenBefore() {
            MetaData one = MetaData.with("actor", "one");
            MetaData two = MetaData.with("actor", "two");
            for (MetaData entries : List.of(one, two, two, one)) {
                assertThat(thereAndBack(entries)).isEqualTo(entries);
            }
        }

        @Test
        void holdsNothingButStrings() {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(MetaData.with("n", 1), byte[].class))
                    .withMessageContaining("n");
        }
    }

    @Nested
    class Tokens {

        static Stream<TrackingToken> tokens() {
            TrackingToken head = new GlobalSequenceTrackingToken(12);
            return Stream.of(
                    head,
                    GapAwareTrackingToken.newInstance(7, List.of(3L, 5L)),
                    ReplayToken.createReplayToken(head),
                    ReplayToken.createReplayToken(head, new GlobalSequenceTrackingToken(4), "why"),
                    new ConfigToken(Map.of("id", "store-1")));
        }

        @ParameterizedTest
        @MethodSource("tokens")
        void areReadBackAsTheyWere(TrackingToken token) {
            assertThat(thereAndBack(token)).isEqualTo(token);
        }
    }
}
