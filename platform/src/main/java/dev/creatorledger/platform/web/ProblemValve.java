package dev.creatorledger.platform.web;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.refusal.Refusal;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered where a request never reaches the application, or the application gives up: the container's own
 * pages.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = CallerJson.mapper();
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Refusal refusal = ProblemAdvice.ofStatus(HttpStatusCode.valueOf(status));
        Meters.counter(Metric.PROBLEMS, refusal.code().name()).increment();
        String correlationId = Correlation.idOf(request.getRequest());
        try {
            response.setStatus(refusal.code().status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader(Correlation.HEADER, correlationId);
            byte[] body = JSON.writeValueAsBytes(Problem.of(refusal, correlationId));
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The caller has gone before its error was reported", e);
        }
    }
}
