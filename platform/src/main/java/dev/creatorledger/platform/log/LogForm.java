package dev.creatorledger.platform.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which form the log is written: as text where somebody reads it on a terminal, else as one JSON object a line for
 * whatever collects it. {@code LEDGER_LOG=text} or {@code json} says so by hand.
 */
public final class LogForm extends PropertyDefinerBase {

    static final String TEXT = "text";
    static final String JSON = "json";

    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

    /** Where Linux says what the standard output is. */
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** Made by the log's configuration. */
    public LogForm() {}

    @Override
    @SuppressWarnings(
            "SystemConsoleNull") // on JDK 17 it is null without a terminal; asked only where /proc does not tell
    public String getPropertyValue() {
        return form(System.getenv(), target(STANDARD_OUTPUT), System.console() != null);
    }

    /**
     * The form.
     *
     * @param output what the standard output is, as far as the system tells
     * @param console whether the process was started on a terminal, for systems that do not tell
     */
    static String form(Map<String, String> environment, @Nullable Path output, boolean console) {
        String wish = environment.getOrDefault("LEDGER_LOG", "").toLowerCase(Locale.ROOT);
        if (wish.equals(TEXT) || wish.equals(JSON)) {
            return wish;
        }
        boolean terminal =
                output == null ? console : TERMINAL.matcher(output.toString()).matches();
        return terminal ? TEXT : JSON;
    }

    private static @Nullable Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return null;
        }
    }
}
