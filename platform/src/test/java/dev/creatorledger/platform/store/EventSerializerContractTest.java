package dev.creatorledger.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.contract.SampleEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the serializer stores is the approved form of each event, byte for byte but for the approved file's white
 * space.
 */
class EventSerializerContractTest {

    private static final JsonMapper APPROVED = JsonMapper.builder().build();

    private final EventSerializer serializer = new EventSerializer();

    @Nested
    class EveryEvent {

        @ParameterizedTest
        @MethodSource("dev.creatorledger.platform.store.EventSerializerContractTest#names")
        void isStoredInItsApprovedFormUnderItsSimpleName(String name) throws IOException {
            List<LedgerEvent> samples = samples(name);
            List<String> approved = approved(name);
            assertThat(samples).hasSameSizeAs(approved);
            for (int i = 0; i < approved.size(); i++) {
                SerializedObject<byte[]> stored = serializer.serialize(samples.get(i), byte[].class);
                assertThat(new String(stored.getData(), UTF_8)).isEqualTo(approved.get(i));
                assertThat(stored.getType().getName()).isEqualTo(name);
                assertThat(stored.getType().getRevision()).isEqualTo("1");
            }
        }

        @ParameterizedTest
        @MethodSource("dev.creatorledger.platform.store.EventSerializerContractTest#names")
        void isReadBackFromItsApprovedForm(String name) throws IOException {
            List<LedgerEvent> samples = samples(name);
            List<String> approved = approved(name);
            for (int i = 0; i < approved.size(); i++) {
                Object read = serializer.deserialize(new SimpleSerializedObject<>(
                        approved.get(i).getBytes(UTF_8), byte[].class, new SimpleSerializedType(name, "1")));
                assertThat(read).isEqualTo(samples.get(i));
            }
        }
    }

    static Stream<String> names() {
        return EventTypes.all().keySet().stream().sorted();
    }

    private static List<LedgerEvent> samples(String name) {
        return Objects.requireNonNull(SampleEvents.byName().get(name));
    }

    private static List<String> approved(String name) throws IOException {
        try (InputStream file = SampleEvents.class.getResourceAsStream("/contract/" + name + ".json")) {
            return APPROVED.readTree(Objects.requireNonNull(file, name))
                    .valueStream()
                    .map(JsonNode::toString)
                    .toList();
        }
    }
}
