package dev.creatorledger.command.saga;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.platform.store.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerBinaryEventData;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;
import org.axonframework.eventhandling.scheduling.java.SimpleScheduleToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is stored for sagas")
class StoredFormsTest {

    /** A saga as they are. */
    static final class Waiting {

        private SortedMap<Instant, ScheduleToken> scheduled = new TreeMap<>();
    }

    /** A saga that nobody has declared. */
    static final class Stranger {}

    @Nested
    @DisplayName("A saga")
    class ASaga {

        private final SagaSerializer serializer =
                new SagaSerializer(List.of(Waiting.class), ScheduleTokens.ofDbScheduler());

        private static Waiting waiting(ScheduleToken token) {
            Waiting saga = new Waiting();
            saga.scheduled.put(Instant.parse("2026-06-24T20:30:00Z"), token);
            return saga;
        }

        @Test
        void isItsFieldsUnderItsSimpleName() {
            SerializedObject<byte[]> stored =
                    serializer.serialize(waiting(new DbSchedulerScheduleToken("t-1")), byte[].class);
            assertThat(stored.getType().getName()).isEqualTo("Waiting");
            assertThat(new String(stored.getData(), UTF_8))
                    .isEqualTo("{\"scheduled\":{\"2026-06-24T20:30:00Z\":\"t-1\"}}");
            Waiting read = serializer.deserialize(stored);
            assertThat(read.scheduled)
                    .containsEntry(Instant.parse("2026-06-24T20:30:00Z"), new DbSchedulerScheduleToken("t-1"));
        }

        @Test
        void isNotStoredUnlessItIsDeclared() {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(new Stranger(), byte[].class));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(null, byte[].class));
        }

        @Test
        void isNotReadUnderANameOrARevisionThatIsNotDeclared() {
            byte[] json = "{}".getBytes(UTF_8);
            for (var stored : List.of(
                    new SimpleSerializedObject<>(json, byte[].class, "java.lang.ProcessBuilder", "1"),
                    new SimpleSerializedObject<>(json, byte[].class, "Waiting", "2"))) {
                assertThatExceptionOfType(SerializationException.class)
                        .isThrownBy(() -> serializer.deserialize(stored));
            }
        }

        @Test
        void keepsNoTokenOfAnotherScheduler() {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(waiting(new SimpleScheduleToken("t-1")), byte[].class));
        }
    }

    @Nested
    @DisplayName("A scheduled event")
    class AScheduledEvent {

        private final TaskDataJson json = new TaskDataJson(EventJson.mapper());
        private final DbSchedulerBinaryEventData event = new DbSchedulerBinaryEventData(
                "{\"payoutId\":\"p-1\"}".getBytes(UTF_8),
                "SettlementDeadlineReached",
                "1",
                "{\"actor\":\"service\"}".getBytes(UTF_8));

        @Test
        void isPlainJson() {
            byte[] stored = json.serialize(event);
            assertThat(new String(stored, UTF_8))
                    .isEqualTo("{\"type\":\"SettlementDeadlineReached\",\"revision\":\"1\","
                            + "\"payload\":{\"payoutId\":\"p-1\"},\"metaData\":{\"actor\":\"service\"}}");
            assertThat(json.deserialize(DbSchedulerBinaryEventData.class, stored))
                    .isEqualTo(event);
        }

        @Test
        void isTheOnlyThingThatIsScheduled() {
            assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> json.serialize("text"));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> json.deserialize(String.class, "\"text\"".getBytes(UTF_8)));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(
                            () -> json.deserialize(DbSchedulerBinaryEventData.class, new byte[] {(byte) 0xac, 0x5c}));
        }
    }
}
