package dev.creatorledger.command.channel;

import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.enrolled;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A9 The income of a sealed window becomes final")
class FinalEarningsTest {

    private static WindowId window(String hour) {
        return new WindowId(CHANNEL, Instant.parse(hour));
    }

    private static FinalizeEarnings finalizing(WindowId windowId, long creatorMicros, long platformMicros) {
        return new FinalizeEarnings(
                CHANNEL,
                windowId,
                3,
                Money.rialMicros(creatorMicros + platformMicros),
                Money.rialMicros(creatorMicros),
                Money.rialMicros(platformMicros),
                5_000,
                1);
    }

    private static EarningsFinalized finalized(WindowId windowId, long creatorMicros, long platformMicros) {
        return new EarningsFinalized(
                CHANNEL,
                windowId,
                3,
                Money.rialMicros(creatorMicros + platformMicros),
                Money.rialMicros(creatorMicros),
                Money.rialMicros(platformMicros),
                5_000,
                1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-14T00:00:00Z", "2026-06-14T23:00:00Z", "2017-11-14T05:00:00Z", "1969-12-31T23:00:00Z"})
    void oncePerWindow_aRepeatIsQuiet(String hour) {
        enrolled()
                .when(finalizing(window(hour), 6, 5))
                .expectSuccessfulHandlerExecution()
                .expectEvents(finalized(window(hour), 6, 5));
        enrolled()
                .after(finalized(window(hour), 6, 5))
                .when(finalizing(window(hour), 6, 5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-14T06:00:00Z", "2026-06-14T04:00:00Z", "2026-06-13T05:00:00Z", "2025-06-14T05:00:00Z"})
    void eachWindowForItself(String other) {
        enrolled()
                .after(finalized(window("2026-06-14T05:00:00Z"), 6, 5))
                .when(finalizing(window(other), 6, 5))
                .expectSuccessfulHandlerExecution()
                .expectEvents(finalized(window(other), 6, 5));
    }

    @Test
    @DisplayName("M1 however much there is already")
    void howeverMuchThereIsAlready() {
        enrolled()
                .after(finalized(window("2026-06-14T05:00:00Z"), Long.MAX_VALUE, 0))
                .when(finalizing(window("2026-06-14T06:00:00Z"), Long.MAX_VALUE, 0))
                .expectSuccessfulHandlerExecution()
                .expectEvents(finalized(window("2026-06-14T06:00:00Z"), Long.MAX_VALUE, 0));
    }
}
