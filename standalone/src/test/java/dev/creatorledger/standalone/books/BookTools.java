package dev.creatorledger.standalone.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** hledger and beancount, as they are installed on this machine. */
final class BookTools {

    private static final String HLEDGER = "hledger";
    private static final String BEAN_CHECK = "bean-check";
    private static final int LIMIT_MINUTES = 10;
    private static final Pattern ROW = Pattern.compile("\"([^\"]*)\",\"([^\"]*)\"");

    private BookTools() {}

    /** Skips the test where they are not installed, and says so. */
    static void orSkip() {
        for (String tool : List.of(HLEDGER, BEAN_CHECK)) {
            boolean found = Arrays.stream(System.getenv("PATH").split(":", -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
            assumeTrue(found, "skipped: " + tool + " is not installed (apt-get install hledger beancount)");
        }
    }

    /** Fails unless hledger finds a journal clean: declared, balanced, asserted and in order. */
    static void assertThatHledgerFindsClean(Path journal) {
        assertThat(run(HLEDGER, "-f", journal.toString(), "check", "--strict", "ordereddates"))
                .as("hledger on %s", journal)
                .isEmpty();
    }

    /** Fails unless beancount finds a journal clean. */
    static void assertThatBeancountFindsClean(Path journal) {
        assertThat(run(BEAN_CHECK, journal.toString()))
                .as("beancount on %s", journal)
                .isEmpty();
    }

    /** What hledger says that every account holds, by account and currency; {@code 0} where it holds nothing. */
    static Map<String, List<String>> balances(Path journal) {
        Map<String, List<String>> balances = new TreeMap<>();
        run(HLEDGER, "-f", journal.toString(), "balance", "--flat", "-N", "-E", "-O", "csv")
                .lines()
                .skip(1)
                .forEach(line -> {
                    Matcher row = ROW.matcher(line);
                    assertThat(row.matches()).as(line).isTrue();
                    balances.put(
                            row.group(1),
                            Arrays.stream(row.group(2).split(", ", -1)).sorted().toList());
                });
        return balances;
    }

    /** What a tool says, both its output and its errors; it must end well. */
    private static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
            String shown = said.length() > 4_000 ? said.substring(0, 4_000) : said;
            assertThat(process.exitValue())
                    .as("%s: %s", String.join(" ", command), shown)
                    .isZero();
            return said;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
