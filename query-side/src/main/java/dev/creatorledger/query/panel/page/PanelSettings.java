package dev.creatorledger.query.panel.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What the panel may take, and whom it asks.
 *
 * @param commandUrl where the command side answers, for what pages can request; unset: they say that it is requested
 *     elsewhere; the process itself where it has both sides
 * @param patience how long a page waits for the command side
 * @param idle how long a session lasts that nobody uses; it never outlasts its token
 * @param maxSessions how many sessions there can be at once
 * @param insecureCookies whether cookies are given over plain HTTP, too; unset: only where the service listens on the
 *     machine's own addresses alone
 */
@ConfigurationProperties("ledger.panel")
public record PanelSettings(
        @Nullable URI commandUrl,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10000") int maxSessions,
        @Nullable Boolean insecureCookies) {

    /** Where the panel's pages begin. */
    public static final String PATH = "/panel";

    /** The same, with what the address that the service listens on says about its cookies. */
    public PanelSettings decided(Environment environment) {
        return insecureCookies != null
                ? this
                : new PanelSettings(
                        commandUrl, patience, idle, maxSessions, isLoopback(environment.getProperty("server.address")));
    }

    /** Whether cookies are for HTTPS alone. */
    public boolean secureCookies() {
        return !Boolean.TRUE.equals(insecureCookies);
    }

    /** Whether a request is for the panel. */
    boolean isOurs(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(PATH) || path.startsWith(PATH + '/');
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
