package dev.creatorledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as {@code ledger demo --exit} runs it, in a process of its own. */
class DemoIT {

    private static final Pattern LINE =
            Pattern.compile(" *([\\d,]+) +([\\d,]+) +([\\d.]+) % +([\\d,]+) +([\\d,]+) +(.+)");

    @Test
    void showsEstimatedAndFinalIncomeAndTheRpmOfAPlatform(@TempDir Path folder) throws Exception {
        String report = demo(folder.resolve("data"));

        assertThat(report).contains("qualified", "not_qualified", "duplicate", "too_late", "not_enrolled");
        assertThat(report)
                .as("a line of the log for each command buries the report")
                .doesNotContain("CommandLog");
        assertThat(report).contains("FOLLOWERS", "WATCH_HOURS", "آشپزی با مریم");
        assertThat(report)
                .as("11 of 12 joined at $4.99, and one was paid back (B11)")
                .contains("11 members at $4.99 a month, 1 paid after cancelling and paid back", "$38.423");
        List<Matcher> lines =
                report.lines().map(LINE::matcher).filter(Matcher::matches).toList();
        assertThat(lines).hasSize(13);
        assertThat(lines).allSatisfy(line -> {
            assertThat(number(line, 1)).as("estimated of " + line.group(6)).isPositive();
            assertThat(number(line, 2)).as("final of " + line.group(6)).isPositive();
            assertThat(number(line, 5)).as("RPM of " + line.group(6)).isBetween(25_000L, 110_000L);
        });
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group).replace(",", ""));
    }

    private static String demo(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.creatorledger.standalone.Ledger",
                        "demo",
                        "--exit",
                        "--port",
                        "0",
                        "--impressions",
                        "30000",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
