package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTextTest {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_9999 = 253_402_300_799L;

    private static @Nullable Instant parsedByTheJdk(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Property
    void readsWhatInstantsWrite(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(EpochText.parse(instant.toString())).isEqualTo(instant);
    }

    @Property
    void readsNothingDifferentlyFromTheJdk(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long second,
            @ForAll @IntRange(max = 29) int at,
            @ForAll @CharRange(from = '+', to = ':') char changed) {
        StringBuilder text = new StringBuilder(Instant.ofEpochSecond(second, 1).toString());
        text.setCharAt(Math.min(at, text.length() - 1), changed);
        Instant read = EpochText.parse(text.toString());
        if (read != null) {
            assertThat(read).isEqualTo(parsedByTheJdk(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T05:30:00.Z",
                "2026-02-29T05:30:00Z",
                "2026-13-01T05:30:00Z",
                "2026-01-15T24:00:00Z",
                "2026-01-15T05:30:60Z",
                "2026-01-15T05:30:00+03:30",
                "2026-01-15 05:30:00Z",
                "+12026-01-15T05:30:00Z",
                "2026-01-15T05:30:00.1234567890Z",
                "2026-01-15T05:30Z",
                ""
            })
    void leavesEveryOtherFormToOthers(String text) {
        assertThat(EpochText.parse(text)).isNull();
    }
}
