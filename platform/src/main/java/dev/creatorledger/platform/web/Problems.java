package dev.creatorledger.platform.web;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.refusal.RefusalRecord.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every refusal comes by before it is answered: it is counted, and recorded as an event if it is one of 403, 409
 * and 422 (U1). An answer that was kept and is given again does not come by.
 */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<Integer> RECORDED = Set.of(403, 409, 422);
    private static final int FIRST_OF_THE_SERVICE = 500;

    private final RefusalRecord record;

    Problems(RefusalRecord record) {
        this.record = record;
    }

    /**
     * Takes note of a refusal.
     *
     * @return what the caller is to be told: the refusal, or UNAVAILABLE if it has to be recorded and cannot be
     */
    Refusal noted(HttpServletRequest request, Refusal refusal) {
        Refusal told = recorded(request, refusal);
        Meters.counter(Metric.PROBLEMS, told.code().name()).increment();
        CommandOutcome.of(request).refused(told.code());
        Requested requested = Requested.of(request);
        int status = told.code().status();
        // A command has its own line (CommandLog).
        if (status < FIRST_OF_THE_SERVICE && !requested.changes()) {
            LOG.info("{}: {} {}", requested, status, told.code());
        }
        return told;
    }

    private Refusal recorded(HttpServletRequest request, Refusal refusal) {
        Principal caller = request.getUserPrincipal();
        if (caller == null || !RECORDED.contains(refusal.code().status())) {
            return refusal;
        }
        Requested requested = Requested.of(request);
        try {
            record.keep(new Refused(
                    requested.command(),
                    requested.subject(),
                    refusal.code(),
                    caller.getName(),
                    Correlation.idOf(request)));
            return refusal;
        } catch (RuntimeException e) {
            LOG.error("A refusal could not be recorded: {} {}", requested, refusal.code(), e);
            return new Refusal(ErrorCode.UNAVAILABLE, "The request was refused, but the store does not answer");
        }
    }
}
