package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.creatorledger.platform.start.AxonServerSettings;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What is said of an append before any server is asked: here there is none. */
class AxonServerAppendTest {

    private static final long MOST = 64 * 1_024;
    private static final long RESERVED = 16 * 1_024;
    private static final AxonServerSettings SETTINGS = new AxonServerSettings(
            List.of("127.0.0.1:1"),
            "default",
            null,
            null,
            false,
            null,
            1,
            DataSize.ofBytes(MOST),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private final Event event = new AxonServerEvents(new EventSerializer()).toServer(followers("ch-1", 0));

    /** How many events are surely within the bound. */
    private int asManyAsFit() {
        return (int) ((MOST - RESERVED) / (event.getSerializedSize() + 8));
    }

    private static void append(List<Event> events) {
        try (AxonServerConnector nowhere = new AxonServerConnector(SETTINGS, "nobody")) {
            new AxonServerStore(nowhere, SETTINGS).append(events);
        }
    }

    @Test
    void isRefusedIfItIsMoreThanATransactionHolds() {
        int tooMany = asManyAsFit() + 1;
        assertThatExceptionOfType(AppendTooLarge.class)
                .isThrownBy(() -> append(Collections.nCopies(tooMany, event)))
                .withMessageContaining("which takes " + (MOST - RESERVED));
    }

    @Test
    void isSentIfATransactionHoldsIt() {
        assertThat(catchThrowable(() -> append(Collections.nCopies(asManyAsFit(), event))))
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(AppendTooLarge.class);
    }
}
