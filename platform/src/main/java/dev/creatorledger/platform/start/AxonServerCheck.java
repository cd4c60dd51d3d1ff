package dev.creatorledger.platform.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** What is wrong with the settings of an Axon Server, before anything is written anywhere. */
public final class AxonServerCheck implements StartCheck {

    /** A server's address: its host and its port. */
    public static final Pattern SERVER = Pattern.compile("([^:\\s]+):(\\d{1,5})");

    private static final String NO_SERVER =
            "ledger.axonserver.servers (LEDGER_AXONSERVER_SERVERS) is not set: it names the Axon Server of the events,"
                    + " as host:8124";

    private final boolean demanded;

    private AxonServerCheck(boolean demanded) {
        this.demanded = demanded;
    }

    /** Where the settings name a server; looks at settings and files alone. */
    public static AxonServerCheck ifNamed() {
        return new AxonServerCheck(false);
    }

    /** The settings have to name one. */
    public static AxonServerCheck demanded() {
        return new AxonServerCheck(true);
    }

    @Override
    public List<String> missing(Environment environment) {
        AxonServerSettings settings = Settings.of(environment, AxonServerSettings.class);
        if (settings.servers().isEmpty()) {
            return demanded ? List.of(NO_SERVER) : List.of();
        }
        List<String> missing = new ArrayList<>();
        for (String server : settings.servers()) {
            if (!SERVER.matcher(server).matches()) {
                missing.add("ledger.axonserver.servers must be like host:8124,other:8124");
            }
        }
        unreadable("token-file", settings.tokenFile(), missing);
        unreadable("certificate-file", settings.certificateFile(), missing);
        return missing;
    }

    private static void unreadable(String setting, @Nullable Path file, List<String> missing) {
        if (file != null && !file.toString().isBlank() && !Files.isReadable(file)) {
            missing.add("ledger.axonserver." + setting + " names " + file + ", which cannot be read");
        }
    }
}
