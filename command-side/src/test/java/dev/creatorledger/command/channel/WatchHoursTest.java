package dev.creatorledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A1 Hours are shown with at most four decimals, rounded down")
class WatchHoursTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.0002", "1800, 0.5", "10799999, 2999.9997", "10800000, 3000", "10800001, 3000.0002"})
    void ofSeconds(long seconds, String hours) {
        assertThat(WatchHours.of(seconds).toString()).isEqualTo(hours);
    }
}
