package dev.creatorledger.standalone.e2e;

import dev.creatorledger.standalone.ServiceJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A {@code ledger} command that has run to its end.
 *
 * @param code its exit code
 * @param output the lines that it printed
 */
record FinishedLedger(int code, List<String> output) {

    private static final int LIMIT_SECONDS = 90;

    static FinishedLedger run(Path data, String clockOffset, String... arguments)
            throws IOException, InterruptedException {
        return run(data, Map.of("LEDGER_CLOCK_OFFSET", clockOffset), arguments);
    }

    static FinishedLedger run(Path data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = ServiceJvm.command("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        command.add("dev.creatorledger.standalone.Ledger");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LEDGER_DATA", data.toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end; it said:\n" + output);
        }
        return new FinishedLedger(process.exitValue(), output.lines().toList());
    }
}
