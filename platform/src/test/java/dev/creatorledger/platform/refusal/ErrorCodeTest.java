package dev.creatorledger.platform.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    private static final String HEADING = "## ";

    @Test
    void eachIsExplainedWhereItsProblemTypePoints() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"), UTF_8);
        assertThat(page.lines().filter(line -> line.startsWith(HEADING)).map(line -> line.substring(HEADING.length())))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(page).contains(HEADING + code.name() + "\n\n" + code.status() + ". " + code.title() + ".");
        }
    }
}
