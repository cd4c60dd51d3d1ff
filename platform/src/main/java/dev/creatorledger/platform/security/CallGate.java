package dev.creatorledger.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Every command comes by here: its sender is known, and whether the sender may is decided behind it, so that a gate
 * sees that refusal too.
 */
@FunctionalInterface
public interface CallGate {

    /** Answers itself, or has the chain answer. */
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException;
}
