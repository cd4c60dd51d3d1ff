package dev.creatorledger.events.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class WindowIdTest {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    @Property
    void readsBackWhatItPrints(@ForAll @LongRange(min = 0, max = LAST_SECOND_OF_9999) long second) {
        WindowId window = WindowId.of(CHANNEL, Instant.ofEpochSecond(second));
        assertThat(WindowId.parse(window.value())).isEqualTo(window);
    }

    @Example
    void printsTheChannelAndTheHour() {
        WindowId window = WindowId.of(CHANNEL, Instant.parse("2017-11-14T05:59:59.999999999Z"));
        assertThat(window.value()).isEqualTo("ch-1:2017-11-14T05");
        assertThat(window).hasToString("window:ch-1:2017-11-14T05");
    }

    @Group
    class A8TheHour {

        @Property
        void holdsTheInstantItWasMadeFor(@ForAll @LongRange(min = 0, max = LAST_SECOND_OF_9999) long second) {
            Instant shownAt = Instant.ofEpochSecond(second, 999_999_999);
            WindowId window = WindowId.of(CHANNEL, shownAt);
            assertThat(shownAt).isAfterOrEqualTo(window.hour()).isBefore(window.end());
        }

        @Example
        void beginsANanosecondAfterTheHourBeforeEnds() {
            Instant five = Instant.parse("2026-01-01T05:00:00Z");
            assertThat(WindowId.of(CHANNEL, five).hour()).isEqualTo(five);
            assertThat(WindowId.of(CHANNEL, five.minusNanos(1)).end()).isEqualTo(five);
        }

        @Example
        void belongsToItsUtcDay() {
            assertThat(WindowId.parse("ch-1:2026-01-01T23").day()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(WindowId.parse("ch-1:2026-01-02T00").day()).isEqualTo(LocalDate.of(2026, 1, 2));
        }

        @Example
        void mustBeAFullOne() {
            assertThatExceptionOfType(MalformedIdException.class)
                    .isThrownBy(() -> new WindowId(CHANNEL, Instant.parse("2026-01-01T05:00:01Z")));
        }
    }

    @Example
    void readsNothingButWhatItPrints() {
        for (String bad : List.of(
                "",
                "ch-1",
                ":2026-01-01T05",
                "ch-1:",
                "ch-1:2026-01-01",
                "ch-1:2026-01-01T5",
                "ch-1:2026-01-01T05Z",
                "ch-1:2026-01-01T05:00",
                "ch-1:2026-01-01t05",
                "ch-1:2026-01-01T24",
                "ch-1:2026-02-30T05",
                "ch 1:2026-01-01T05",
                "ch-1:x:2026-01-01T05",
                "window:ch-1:2026-01-01T05")) {
            assertThatExceptionOfType(MalformedIdException.class).as(bad).isThrownBy(() -> WindowId.parse(bad));
        }
    }

    @Example
    void isTakenByChannelAndThenByHour() {
        assertThat(Stream.of("b:2026-01-01T05", "a:2026-01-02T00", "a:2026-01-01T23", "a-b:2026-01-01T00")
                        .map(WindowId::parse)
                        .sorted()
                        .map(WindowId::value))
                .containsExactly("a:2026-01-01T23", "a:2026-01-02T00", "a-b:2026-01-01T00", "b:2026-01-01T05");
    }
}
