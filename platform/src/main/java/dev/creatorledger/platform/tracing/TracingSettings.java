package dev.creatorledger.platform.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether traces are made, and where they are sent.
 *
 * @param sampling which part of the traces that begin here is recorded, from 0 to 1; 0: no traces at all, not even those
 *     that callers began
 * @param endpoint where spans are sent over OTLP with HTTP, such as {@code http://collector:4318/v1/traces}; empty: nowhere
 */
@ConfigurationProperties("ledger.tracing")
public record TracingSettings(@DefaultValue("0") double sampling, @DefaultValue("") String endpoint) {

    /** Checks the part. */
    public TracingSettings {
        if (!(sampling >= 0 && sampling <= 1)) {
            throw new IllegalArgumentException("LEDGER_TRACING_SAMPLING is a part of all traces, from 0 to 1");
        }
    }
}
