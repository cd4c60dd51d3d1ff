package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns requests of the contract away until the service is ready; its health can be asked all the time. */
final class ReadinessFilter extends OncePerRequestFilter {

    private final Readiness readiness;
    private final ProblemWriter problems;

    ReadinessFilter(Readiness readiness, ProblemWriter problems) {
        this.readiness = readiness;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readiness.reached()) {
            chain.doFilter(request, response);
        } else {
            String detail = "The service is starting: its views have not caught up yet";
            problems.write(request, response, new Refusal(ErrorCode.UNAVAILABLE, detail));
        }
    }
}
