package dev.creatorledger.platform.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Axon Server is, and how it is talked to.
 *
 * @param servers its nodes, as {@code host:port}; any of them may be asked first
 * @param context the context of the events
 * @param token what lets this process in; a file keeps it better
 * @param tokenFile a file with the token, and nothing else
 * @param tls whether the connection is encrypted
 * @param certificateFile the certificates that the server's is checked against, where they are not the platform's
 * @param permits how many events the server may send ahead
 * @param maxMessageSize how large a message may be, in either direction; the server has a limit of its own
 * @param commitTimeout how long an append may take before it is not known whether it was stored
 * @param answerTimeout how long any other answer may take
 */
@ConfigurationProperties("ledger.axonserver")
public record AxonServerSettings(
        @DefaultValue List<String> servers,
        @DefaultValue("default") String context,
        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue("false") boolean tls,
        @Nullable Path certificateFile,
        @DefaultValue("5000") int permits,
        @DefaultValue("4MB") DataSize maxMessageSize,
        @DefaultValue("10s") Duration commitTimeout,
        @DefaultValue("10s") Duration answerTimeout) {

    /** Checks that every bound is positive. */
    public AxonServerSettings {
        servers = List.copyOf(servers);
        if (permits < 1 || maxMessageSize.toBytes() < 1 || !isPositive(commitTimeout) || !isPositive(answerTimeout)) {
            throw new IllegalArgumentException(
                    "ledger.axonserver: permits, max-message-size, commit-timeout and answer-timeout are above 0");
        }
    }

    /**
     * What lets this process in; empty if the server asks for nothing.
     *
     * @throws StartRefused if the file cannot be read
     */
    public String secret() {
        return PostgresSettings.secret(token, tokenFile);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** The figures that hold if nothing is set but a server and what it lets in, which may be empty. */
    public static AxonServerSettings of(String token, String server) {
        return new AxonServerSettings(
                List.of(server),
                "default",
                token,
                null,
                false,
                null,
                5_000,
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }
}
