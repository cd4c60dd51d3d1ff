package dev.creatorledger.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns a request away before anything is done if its sender would not read the answer; the framework looks only when
 * it writes the answer, and a command would have been carried out by then.
 */
final class AcceptedAnswers implements HandlerInterceptor {

    /** What is given where nothing else is said. */
    static final List<MediaType> ORDINARY =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/x-ndjson"));

    /** What exports are given as. */
    static final List<MediaType> EXPORTS =
            List.of(MediaType.TEXT_PLAIN, MediaType.parseMediaType("text/csv"), ORDINARY.get(1));

    private final List<MediaType> given;

    /** Looks out for senders who read none of these. */
    AcceptedAnswers(List<MediaType> given) {
        this.given = given;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!accepted.isEmpty() && !acceptsOurs(accepted)) {
            throw new HttpMediaTypeNotAcceptableException(given);
        }
        return true;
    }

    private boolean acceptsOurs(List<String> accepted) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accepted);
            return ranges.isEmpty()
                    || ranges.stream()
                            .filter(range -> range.getQualityValue() > 0)
                            .anyMatch(range -> given.stream().anyMatch(range::isCompatibleWith));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
