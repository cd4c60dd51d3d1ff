package dev.creatorledger.command.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.due.DueTable.DueWindow;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.WindowId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A8 A window that cannot be sealed")
class PatientSealingTest {

    private static final Instant DUE = Instant.parse("2026-06-16T11:00:00Z");

    private final Set<String> failing = new HashSet<>();
    private final List<String> tried = new ArrayList<>();
    private long now;

    private final PatientSealing sealing = new PatientSealing(
            (windows, closedBackfill) -> {
                List<String> channels = windows.stream()
                        .map(window -> window.channelId().value())
                        .toList();
                tried.add(String.join("+", channels));
                if (channels.stream().anyMatch(failing::contains)) {
                    throw new IllegalStateException("cannot be sealed");
                }
                return windows.size();
            },
            () -> now);

    /** One turn of the loop: what was tried in it, each attempt with the channels of its windows. */
    private List<String> turn(String... channels) {
        tried.clear();
        sealing.seal(
                Stream.of(channels)
                        .map(channel -> new DueWindow(WindowId.of(new ChannelId(channel), DUE), DUE))
                        .toList(),
                null);
        return List.copyOf(tried);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void holdsUpNoOtherOfItsGroup() {
        failing.add("b");
        assertThat(turn("a", "b", "c")).containsExactly("a+b+c", "a", "b", "c");
    }

    @Test
    void isTriedAgainByItselfAfterAWhileThatGrows() {
        failing.add("b");
        turn("b");
        assertThat(turn("b", "c")).containsExactly("c");
        pass(Duration.ofSeconds(1));
        assertThat(turn("b", "c", "d")).containsExactly("c+d", "b");
        pass(Duration.ofSeconds(1));
        assertThat(turn("b")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(turn("b")).containsExactly("b");
    }

    @Test
    void isSealedWithTheOthersOnceItHasSucceeded() {
        failing.add("b");
        turn("b");
        failing.clear();
        pass(Duration.ofSeconds(1));
        assertThat(turn("a", "b")).containsExactly("a", "b");
        assertThat(turn("a", "b")).containsExactly("a+b");
    }

    @Test
    void nothingIsTriedWhereNothingIsDue() {
        assertThat(turn()).isEmpty();
    }
}
