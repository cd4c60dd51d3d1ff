package dev.creatorledger.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Meters are those that the list names, with the labels that it names. */
class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void takeAValueForEachLabel() {
        Meters.gauge(registry, Metric.STORE_UP, () -> 1, "events");
        assertThat(registry.get("ledger.store.up")
                        .tag("store", "events")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Meters.gauge(registry, Metric.STORE_UP, () -> 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Meters.counter(Metric.COMMANDS, "RegisterChannel"));
    }

    @Test
    void areOfTheKindThatIsListed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Meters.counter(Metric.STORE_UP, "events"));
        assertThatIllegalArgumentException().isThrownBy(() -> Meters.timer(Metric.GROUP_SIZE));
        assertThatIllegalArgumentException().isThrownBy(() -> Meters.summary(Metric.GROUP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Meters.gauge(registry, Metric.EVENTS, () -> 1, "ChannelRegistered"));
    }

    @Test
    void haveNamesOfOurOwnEachOnce() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("ledger."));
    }
}
