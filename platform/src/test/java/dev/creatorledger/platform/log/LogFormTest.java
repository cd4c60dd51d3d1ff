package dev.creatorledger.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The form of the log")
class LogFormTest {

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3,          text",
        "/dev/tty1,           text",
        "/dev/ptsd,           json",
        "/dev/null,           json",
        "pipe:[4711],         json",
        "/var/log/ledger.log, json"
    })
    void isTextOnATerminalAndJsonElsewhere(String output, String form) {
        assertThat(LogForm.form(Map.of(), Path.of(output), false)).isEqualTo(form);
    }

    @Test
    void isAskedOfTheConsoleWhereTheSystemDoesNotTell() {
        assertThat(LogForm.form(Map.of(), null, true)).isEqualTo("text");
        assertThat(LogForm.form(Map.of(), null, false)).isEqualTo("json");
    }

    @Test
    void canBeChosen() {
        Path terminal = Path.of("/dev/pts/0");
        assertThat(LogForm.form(Map.of("LEDGER_LOG", "JSON"), terminal, true)).isEqualTo("json");
        assertThat(LogForm.form(Map.of("LEDGER_LOG", "text"), null, false)).isEqualTo("text");
        assertThat(LogForm.form(Map.of("LEDGER_LOG", "yes"), terminal, false)).isEqualTo("text");
    }
}
