package dev.creatorledger.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the PostgreSQL of the events is, where the process brings none along.
 *
 * @param url where it is: {@code jdbc:postgresql://host:port/database}
 * @param user whom to connect as
 * @param password the user's password; a file keeps it better
 * @param passwordFile a file with the password, and nothing else
 */
@ConfigurationProperties("ledger.postgres")
public record PostgresSettings(
        @Nullable String url, @Nullable String user, @Nullable String password, @Nullable Path passwordFile) {

    /**
     * The password, wherever it is from.
     *
     * @throws StartRefused if the file cannot be read
     */
    String secret() {
        return secret(password, passwordFile);
    }

    /**
     * A secret that stands in a file or, if there is none, in a setting; empty if it stands in neither.
     *
     * @throws StartRefused if the file cannot be read
     */
    public static String secret(@Nullable String value, @Nullable Path file) {
        if (file == null || file.toString().isBlank()) {
            return value == null ? "" : value;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(List.of(file + " cannot be read: " + e));
        }
    }

    /** Where it is, as the driver is told: many inserts as one statement, and a name for its administrator. */
    String driverUrl(String process) {
        String asked = String.valueOf(url);
        return asked + (asked.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=" + process;
    }
}
