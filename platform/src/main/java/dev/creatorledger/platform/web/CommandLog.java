package dev.creatorledger.platform.web;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.refusal.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells in one line what became of each command: names, ids and figures, nothing of its body, and counts it. The
 * correlation id stands in every line of the log.
 */
public final class CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);
    private static final int BROKEN = 500;

    /** Has a command answered, and tells what it came to. */
    public void around(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : BROKEN;
            CommandOutcome outcome = CommandOutcome.of(request);
            String command = Requested.of(request).command();
            Meters.counter(Metric.COMMANDS, command, outcomeOf(outcome, status)).increment();
            tell(Requested.of(request), status, outcome);
        }
    }

    private static String outcomeOf(CommandOutcome outcome, int status) {
        if (outcome.isReplayed()) {
            return "REPLAYED";
        }
        ErrorCode code = outcome.code();
        if (code != null) {
            return code.name();
        }
        return status < BROKEN ? "DONE" : ErrorCode.INTERNAL.name();
    }

    private static void tell(Requested requested, int status, CommandOutcome outcome) {
        StringBuilder line = new StringBuilder().append(requested).append(": ").append(status);
        String counts = outcome.counts();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", requested.command());
        facts.put("status", status);
        put(facts, "subject", requested.subject());
        put(facts, "code", outcome.code());
        put(facts, "position", outcome.position());
        put(facts, "counts", counts);
        if (outcome.code() != null) {
            line.append(' ').append(outcome.code());
        }
        if (outcome.position() != null) {
            line.append(" at ").append(outcome.position());
        }
        if (counts != null && !counts.isEmpty()) {
            line.append(", ").append(counts);
        }
        if (outcome.isReplayed()) {
            facts.put("replayed", true);
            line.append(", given again");
        }
        LoggingEventBuilder event = LOG.atInfo();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            event = event.addKeyValue(fact.getKey(), fact.getValue());
        }
        event.log(line.toString());
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
