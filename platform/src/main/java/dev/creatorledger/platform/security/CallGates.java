package dev.creatorledger.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every command of a known sender through the gates, the first one outermost; everything else goes by. */
final class CallGates extends OncePerRequestFilter {

    private final List<CallGate> gates;

    CallGates(List<CallGate> gates) {
        this.gates = List.copyOf(gates);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean command = request.getUserPrincipal() != null
                && RouteTable.routeOf(request)
                        .filter(route -> route.command() != null)
                        .isPresent();
        through(command ? 0 : gates.size(), chain).doFilter(request, response);
    }

    private FilterChain through(int gate, FilterChain end) {
        return gate == gates.size()
                ? end
                : (request, response) -> gates.get(gate)
                        .pass((HttpServletRequest) request, (HttpServletResponse) response, through(gate + 1, end));
    }
}
