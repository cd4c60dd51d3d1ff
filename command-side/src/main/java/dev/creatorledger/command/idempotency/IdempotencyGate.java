package dev.creatorledger.command.idempotency;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.idempotency.Outcomes.Found;
import dev.creatorledger.command.idempotency.Outcomes.Outcome;
import dev.creatorledger.command.idempotency.Outcomes.Reservation;
import dev.creatorledger.command.idempotency.Outcomes.Running;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.CallGate;
import dev.creatorledger.platform.security.CallerToken;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.CommandOutcome;
import dev.creatorledger.platform.web.HttpLimits;
import dev.creatorledger.platform.web.KeylessCommands;
import dev.creatorledger.platform.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the first outcome of a command again to whoever repeats it under the same key (contract, "Conventions"): the
 * key is reserved, the command runs, its outcome is kept, and only then answered.
 */
final class IdempotencyGate implements CallGate {

    /** Says that an answer was kept. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyGate.class);
    private static final String BATCH = "/v1/impressions:batch";

    private static final Set<Integer> KEPT_REFUSALS = Set.of(403, 404, 409, 422);
    private static final int OK = 200;
    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_OF_THE_SERVICE = 500;

    private final Outcomes outcomes;
    private final EarlierEffects effects;
    private final ProblemWriter problems;
    private final JsonMapper json;
    private final HttpLimits limits;
    private final Clock clock;

    IdempotencyGate(
            Outcomes outcomes,
            EarlierEffects effects,
            ProblemWriter problems,
            JsonMapper json,
            HttpLimits limits,
            Clock clock) {
        this.outcomes = outcomes;
        this.effects = effects;
        this.problems = problems;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Impressions know by themselves what they were booked as (A7): nothing is kept for a batch.
        if (request.getRequestURI().equals(BATCH)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            String key = KeyedRequest.keyOf(request);
            if (key != null) {
                underKey(key, request, response, chain);
                return;
            }
            if (request.getMethod().equals("POST") && !KeylessCommands.has(request.getRequestURI())) {
                throw new Refusal(
                        ErrorCode.IDEMPOTENCY_KEY_REQUIRED, "Send a key of your own in the header Idempotency-Key");
            }
        } catch (Refusal refusal) {
            // Who may not do this at all is told that first.
            if (!CallerToken.callerOf(request).roles().isEmpty()) {
                problems.write(request, response, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void underKey(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ReadBody read = ReadBody.upTo((int) limits.body().toBytes(), request);
        if (!read.whole()) {
            chain.doFilter(read, response); // too large: that is told behind here, and not kept
            return;
        }
        String caller = CallerToken.callerOf(request).subject();
        KeyedRequest keyed = KeyedRequest.of(caller, key, request, read.body());
        Found found;
        try {
            found = outcomes.reserve(keyed, now());
        } catch (RuntimeException e) {
            LOG.error("An idempotency key could not be reserved", e);
            problems.write(request, response, away());
            return;
        }
        Meters.counter(Metric.IDEMPOTENCY_KEYS, nameOf(found)).increment();
        if (found instanceof Reservation reservation) {
            run(reservation, read, response, chain);
        } else if (found instanceof Outcome outcome) {
            CommandOutcome.of(request).replayed();
            response.setHeader(REPLAYED, "true");
            give(outcome, response);
        } else {
            problems.write(request, response, found instanceof Running ? running() : reused());
        }
    }

    private static String nameOf(Found found) {
        if (found instanceof Reservation) {
            return "first";
        }
        if (found instanceof Outcome) {
            return "replayed";
        }
        return found instanceof Running ? "running" : "reused";
    }

    private void run(
            Reservation reservation, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper captured = new ContentCachingResponseWrapper(response);
        boolean settled = false;
        try {
            request.setAttribute(CallContext.IDEMPOTENCY_ID, reservation.id());
            Optional<CommandAnswer> stored = storedBefore(reservation, request);
            if (stored.isPresent()) {
                CommandOutcome.of(request).storedAt(stored.get().position());
                give(new Outcome(OK, "application/json", json.writeValueAsBytes(stored.get())), captured);
            } else {
                chain.doFilter(request, captured);
            }
            settled = settle(reservation, captured, request);
        } finally {
            if (!settled) {
                abandon(reservation);
            }
        }
        captured.copyBodyToResponse();
    }

    /**
     * What a command that was left running has stored; creating in a collection is quiet by the id in the body
     * instead.
     */
    private Optional<CommandAnswer> storedBefore(Reservation reservation, HttpServletRequest request) {
        String subject = Commanded.subjectOf(request);
        return reservation.takenOver() && subject != null
                ? effects.of(subject, CallerToken.callerOf(request).subject(), reservation.id(), reservation.since())
                : Optional.empty();
    }

    /** Keeps the outcome, or frees the key if it is of the kind that is not kept; what cannot be kept is not told. */
    private boolean settle(Reservation reservation, ContentCachingResponseWrapper captured, HttpServletRequest request)
            throws IOException {
        int status = captured.getStatus();
        try {
            if (status < FIRST_REDIRECTION || KEPT_REFUSALS.contains(status)) {
                byte[] body = captured.getContentAsByteArray();
                outcomes.keep(reservation, new Outcome(status, captured.getContentType(), body), now());
                return true;
            }
            if (status < FIRST_OF_THE_SERVICE) {
                outcomes.release(reservation);
                return true;
            }
        } catch (RuntimeException e) {
            LOG.error("The outcome of a command could not be kept", e);
            problems.write(request, captured, away());
        }
        return false;
    }

    private void abandon(Reservation reservation) {
        try {
            outcomes.abandon(reservation);
        } catch (RuntimeException e) {
            LOG.warn("A key could not be freed; it is free when its lease is over", e);
        }
    }

    private static void give(Outcome outcome, HttpServletResponse response) throws IOException {
        response.setStatus(outcome.status());
        @Nullable String type = outcome.contentType();
        if (type != null) {
            response.setContentType(type);
        }
        response.setContentLength(outcome.body().length);
        response.getOutputStream().write(outcome.body());
    }

    /** As exactly as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal running() {
        return new Refusal(ErrorCode.IDEMPOTENCY_IN_PROGRESS, "The first request under this key is running; ask again");
    }

    private static Refusal reused() {
        return new Refusal(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, "This key was used with another method, path or body before");
    }

    private static Refusal away() {
        return new Refusal(ErrorCode.UNAVAILABLE, "The store does not answer; send the same again under the same key");
    }
}
