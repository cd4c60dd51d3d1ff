package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.RefusalRecord.Refused;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("U1 A stored refusal")
class StoredRefusalsIT {

    private static final Refused REFUSED =
            new Refused("ApproveAdProgramme", "ch-1", ErrorCode.NOT_ELIGIBLE, "operator", "c-7");

    private final TestStore store = new TestStore();
    private final EmbeddedEventStore eventStore =
            EmbeddedEventStore.builder().storageEngine(store.engine).build();
    private final StoredEvents events = new JdbcStoredEvents(store.dataSource);

    @AfterEach
    void close() {
        eventStore.shutDown();
        store.close();
    }

    private StoredRefusals refusals(int atOnce) {
        return new StoredRefusals(eventStore, store.transactions, new RefusalSettings(atOnce, Duration.ofMillis(50)));
    }

    private List<StoredEvent> newest(long before, int limit) {
        return events.newest("CommandRefused", before, limit);
    }

    @Test
    void saysWhatWhoWhenAndWhichCode() {
        refusals(1).keep(REFUSED);
        StoredEvent stored = newest(Long.MAX_VALUE, 10).get(0);
        JsonNode metadata = EventJson.mapper().readTree(stored.metadata());
        RefusalId id = RefusalId.ofCall(metadata.path("causationId").asString());
        assertThat(EventJson.read(stored.payload(), CommandRefused.class))
                .isEqualTo(new CommandRefused(id, "ApproveAdProgramme", "ch-1", "NOT_ELIGIBLE", 422));
        assertThat(stored.stream()).isEqualTo(id.toString());
        assertThat(metadata.path("actor").asString()).isEqualTo("operator");
        assertThat(metadata.path("correlationId").asString()).isEqualTo("c-7");
        assertThat(metadata.path("command").asString()).isEqualTo("ApproveAdProgramme");
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    @Test
    void hasAStreamOfItsOwnHoweverOftenTheSameIsRefused() {
        StoredRefusals refusals = refusals(4);
        IntStream.range(0, 200).parallel().forEach(i -> refusals.keep(REFUSED));
        assertThat(newest(Long.MAX_VALUE, 500))
                .hasSize(200)
                .extracting(StoredEvent::stream)
                .doesNotHaveDuplicates();
    }

    @Test
    void isFoundNewestFirstAmongOthers() {
        StoredRefusals refusals = refusals(1);
        for (int i = 0; i < 3; i++) {
            store.append(TestStore.followers("ch-" + i, 0));
            refusals.keep(REFUSED);
        }
        assertThat(newest(Long.MAX_VALUE, 2)).extracting(StoredEvent::position).containsExactly(6L, 4L);
        assertThat(newest(4, 2)).extracting(StoredEvent::position).containsExactly(2L);
        assertThat(newest(2, 2)).isEmpty();
    }

    @Test
    void isOneOfFewAtATime_soThatAFloodIsTurnedAway() {
        StoredRefusals none = refusals(0);
        assertThatThrownBy(() -> none.keep(REFUSED)).hasMessageContaining("too many");
        assertThat(newest(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void leavesNothingBehindIfTheStoreFails() {
        store.dataSource.close();
        assertThatThrownBy(() -> refusals(1).keep(REFUSED)).isInstanceOf(RuntimeException.class);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }
}
