package dev.creatorledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.standalone.ServiceJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as {@code ledger demo} runs it, in a process of its own. */
class DemoIT {

    private static final Pattern PANEL = Pattern.compile("The panel is at (http://\\S+/panel);");
    private static final Pattern CREATOR = Pattern.compile("as the creator of .+ \\((\\S+)\\)");
    private static final Pattern LINE =
            Pattern.compile(" *([\\d,]+) +([\\d,]+) +([\\d.]+) % +([\\d,]+) +([\\d,]+) +(.+)");

    @Test
    void showsEstimatedAndFinalIncomeAndTheRpmOfAPlatformAndRunsOn(@TempDir Path folder) throws Exception {
        Process process = demo(folder.resolve("data"));
        String report;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            report = untilItRunsOn(lines);
            aCreatorAndAnAuditorCanSignIn(report);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

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

    private static String untilItRunsOn(BufferedReader lines) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(" runs on at ")) {
                return said.toString();
            }
        }
        throw new AssertionError("it ended; it said:\n" + said);
    }

    private static void aCreatorAndAnAuditorCanSignIn(String report) throws Exception {
        List<String> lines = report.lines().toList();
        URI panel = URI.create(after(PANEL, report));
        String channel = after(CREATOR, report);
        HttpClient client = HttpClient.newHttpClient();
        assertThat(status(client, panel, null)).as("to the form").isEqualTo(200);
        int auditor = lines.indexOf("as an auditor");
        assertThat(status(client, panel.resolve("/v1/channels/" + channel + "/balance"), lines.get(auditor - 1)))
                .isEqualTo(200);
        assertThat(status(client, panel.resolve("/v1/audit/journal"), lines.get(auditor - 1)))
                .isEqualTo(403);
        assertThat(status(client, panel.resolve("/v1/audit/journal"), lines.get(auditor + 1)))
                .isEqualTo(200);
    }

    private static String after(Pattern what, String report) {
        Matcher found = what.matcher(report);
        assertThat(found.find()).as(what.pattern()).isTrue();
        return found.group(1);
    }

    private static int status(HttpClient client, URI address, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<Void> answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 302) {
            URI next = address.resolve(answer.headers().firstValue("Location").orElseThrow());
            return status(client, next, token);
        }
        return answer.statusCode();
    }

    private static Process demo(Path data) throws IOException {
        List<String> command = ServiceJvm.command("-Xmx1g");
        command.addAll(List.of("dev.creatorledger.standalone.Ledger", "demo", "--port", "0"));
        command.addAll(List.of("--impressions", "30000", "--data", data.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
