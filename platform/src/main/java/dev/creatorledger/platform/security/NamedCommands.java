package dev.creatorledger.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says 405 where a command's path is asked by another method; the framework would take {@code p-1:cancel} for the id of
 * what {@code GET /v1/payouts/{payoutId}} reads.
 */
final class NamedCommands implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpRequestMethodNotSupportedException {
        List<String> others = RouteTable.methodsOfACloserRoute(request);
        if (!others.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), others);
        }
        return true;
    }
}
