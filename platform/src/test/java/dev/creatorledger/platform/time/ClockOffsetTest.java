package dev.creatorledger.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOffsetTest {

    private static Instant moved(String offset, String now) {
        Clock machine = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return ClockOffset.parse(offset).applyTo(machine).instant();
    }

    @Nested
    class Moving {

        @ParameterizedTest
        @CsvSource({
            "P121D,           2026-01-01T00:00:00Z, 2026-05-02T00:00:00Z",
            "PT36H,           2026-01-01T00:00:00Z, 2026-01-02T12:00:00Z",
            "P1M,             2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
            "P1M2DT3H,        2026-01-31T10:00:00Z, 2026-03-02T13:00:00Z",
            "P2W,             2026-01-01T00:00:00Z, 2026-01-15T00:00:00Z",
            "P1Y,             2028-02-29T00:00:00Z, 2029-02-28T00:00:00Z",
            "PT0.5S,          2026-01-01T00:00:00Z, 2026-01-01T00:00:00.500Z",
            "-P1D,            2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z",
            "-P1DT1H,         2026-01-02T01:00:00Z, 2026-01-01T00:00:00Z",
            "' P1D ',         2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
        })
        void addsTheOffset(String offset, String now, String expected) {
            assertThat(moved(offset, now)).isEqualTo(expected);
        }

        @Test
        void keepsTheMachinesTimeWithoutAnOffset() {
            Clock machine = Clock.systemUTC();
            assertThat(ClockOffset.parse("").applyTo(machine)).isSameAs(machine);
            assertThat(ClockOffset.parse("PT0S").applyTo(machine)).isSameAs(machine);
        }

        @Test
        void isRefusedBeyondTheYearsThatAreStored() {
            assertThatIllegalArgumentException().isThrownBy(() -> moved("P9000Y", "2026-01-01T00:00:00Z"));
            assertThatIllegalArgumentException().isThrownBy(() -> moved("P999999999Y", "2026-01-01T00:00:00Z"));
            assertThatIllegalArgumentException().isThrownBy(() -> moved("-P100Y", "2026-01-01T00:00:00Z"));
        }
    }

    @Nested
    class Reading {

        @ParameterizedTest
        @ValueSource(strings = {"121D", "P", "PT", "P1DT", "1 day", "P1H", "PT1D", "+-P1D", "P1D2D", "P99999999999D"})
        void refusesWhatIsNoDuration(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClockOffset.parse(text))
                    .withMessageContaining("LEDGER_CLOCK_OFFSET");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P121D", "PT36H", "P1M2DT3H"})
        void showsWhatItHasRead(String text) {
            assertThat(ClockOffset.parse(text)).hasToString(text);
        }
    }
}
