package dev.creatorledger.command.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.window.Lines.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines of a stream")
class LinesTest {

    @Test
    void areTakenOneByOneAndBlankOnesPassedOver() throws IOException {
        assertThat(lines("a\n\nbb\r\n \t\nccc")).containsExactly("a", "bb\r", "ccc");
    }

    @Test
    void endWithOrWithoutALineFeed() throws IOException {
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("a")).containsExactly("a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).isEmpty();
    }

    @Test
    void thatAreTooLongAreToldAndSkipped() throws IOException {
        assertThat(lines("x".repeat(10) + "\n" + "x".repeat(11) + "\nok\n" + "y".repeat(100_000)))
                .containsExactly("x".repeat(10), "TOO_LONG", "ok", "TOO_LONG");
    }

    @Test
    void mayComeInAnyPieces() throws IOException {
        byte[] bytes = "first\nsecond\n".getBytes(StandardCharsets.US_ASCII);
        InputStream oneByOne = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1));
            }
        };
        assertThat(read(new Lines(oneByOne, 10))).containsExactly("first", "second");
    }

    private static List<String> lines(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return read(new Lines(new ByteArrayInputStream(bytes), 10));
    }

    private static List<String> read(Lines lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (Found found = lines.next(); found != Found.END; found = lines.next()) {
            all.add(
                    found == Found.TOO_LONG
                            ? "TOO_LONG"
                            : new String(lines.line(), 0, lines.length(), StandardCharsets.US_ASCII));
        }
        return all;
    }
}
