package dev.creatorledger.query.panel.page;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.Correlation;
import dev.creatorledger.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Tells people that something is not to be had, in the panel's own look; counted and recorded as every refusal (U1). */
public final class ErrorPage {

    private final ViewResolver views;
    private final FrameAdvice frame;
    private final ProblemWriter problems;

    /** Pages are made by the panel's views. */
    public ErrorPage(ViewResolver views, FrameAdvice frame, ProblemWriter problems) {
        this.views = views;
        this.frame = frame;
        this.problems = problems;
    }

    /** What the page says. */
    enum Kind {
        BAD_REQUEST,
        FORBIDDEN,
        NOT_FOUND,
        ENDED,
        UNAVAILABLE,
        INTERNAL;

        static Kind of(ErrorCode code) {
            return switch (HttpStatus.valueOf(code.status())) {
                case UNAUTHORIZED -> ENDED;
                case FORBIDDEN -> FORBIDDEN;
                case NOT_FOUND, METHOD_NOT_ALLOWED -> NOT_FOUND;
                case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> UNAVAILABLE;
                case INTERNAL_SERVER_ERROR -> INTERNAL;
                default -> BAD_REQUEST;
            };
        }
    }

    /** Answers with the page of a refusal, unless an answer is already under way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Refusal told = problems.noted(request, refusal);
        write(request, response, told.code().status(), Kind.of(told.code()));
    }

    /** Answers that a form was too old, or that its cookies did not come back: the session has ended. */
    public void writeEnded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN.value(), Kind.ENDED);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, Kind kind)
            throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, Object> model = new HashMap<>(frame.of(request));
        model.put("kind", kind.name());
        model.put("correlationId", Correlation.idOf(request));
        try {
            View view = Objects.requireNonNull(views.resolveViewName(
                    "panel/error", LanguageChoice.languageOf(request).locale()));
            view.render(model, request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The page of an error cannot be made", e);
        }
    }
}
