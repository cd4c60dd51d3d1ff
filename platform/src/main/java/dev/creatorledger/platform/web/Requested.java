package dev.creatorledger.platform.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in the words of the log and of the record (U1).
 *
 * @param command the command, imperative ({@code ApproveAdProgramme}); of a query its method and route
 * @param subject the client's id of the thing in the path, if there is one and it is well-formed
 * @param changes whether it is a command: a request that can change something
 */
public record Requested(String command, @Nullable String subject, boolean changes) {

    private static final String ATTRIBUTE = Requested.class.getName();

    /** What the request asks for, as far as its route is known; else its method alone: its path may hold anything. */
    public static Requested of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Requested known
                ? known
                : new Requested(request.getMethod() + " of no route", null, false);
    }

    /** Keeps it with its request. */
    public void in(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** As the log names it. */
    @Override
    public String toString() {
        return subject == null ? command : command + ' ' + subject;
    }
}
