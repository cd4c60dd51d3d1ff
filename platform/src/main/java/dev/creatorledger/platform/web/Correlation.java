package dev.creatorledger.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its correlation id: taken over or made, echoed in the answer, and named in every line of the
 * log.
 */
public final class Correlation extends OncePerRequestFilter {

    /** The header, of the request and of the answer. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[!-~]{1,128}");

    /** The request's correlation id; made here if this filter has not seen the request. */
    public static String idOf(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String id = newId();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** A new id, for work that no request asked for. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = acceptedOrNew(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put(CallContext.CORRELATION_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CallContext.CORRELATION_ID);
        }
    }

    private static String acceptedOrNew(@Nullable String given) {
        return given != null && ACCEPTED.matcher(given).matches() ? given : newId();
    }
}
