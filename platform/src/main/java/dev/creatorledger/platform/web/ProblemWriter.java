package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is at work: in filters and in the answers of the security chain. */
public final class ProblemWriter {

    /** The headers that a code always carries: when to come again. */
    private static final Map<ErrorCode, String> RETRY_AFTER_SECONDS = Map.of(
            ErrorCode.TOO_MANY_REQUESTS, "1",
            ErrorCode.UNAVAILABLE, "1",
            ErrorCode.VIEW_BEHIND, "1");

    private final JsonMapper json;
    private final Problems problems;

    /** A writer that uses the callers' JSON. */
    ProblemWriter(JsonMapper json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    /**
     * Takes note of a refusal that is answered in another form than a problem: it is counted, and recorded if it has to
     * be (U1).
     *
     * @return what the caller is to be told
     */
    public Refusal noted(HttpServletRequest request, Refusal refusal) {
        return problems.noted(request, refusal);
    }

    /** Answers with the refusal's problem, unless an answer is already under way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Refusal told = problems.noted(request, refusal);
        Problem problem = Problem.of(told, Correlation.idOf(request));
        byte[] body = json.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        addHeaders(told.code(), response);
        response.getOutputStream().write(body);
    }

    /** Adds what the code's answer carries besides its body. */
    static void addHeaders(ErrorCode code, HttpServletResponse response) {
        String seconds = RETRY_AFTER_SECONDS.get(code);
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        }
    }
}
