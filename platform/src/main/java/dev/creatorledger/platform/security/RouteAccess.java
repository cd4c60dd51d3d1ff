package dev.creatorledger.platform.security;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.util.pattern.PathPattern;

/** The {@link RouteTable}'s rules for who asks from within the process: what a page may show is what a route may tell. */
public final class RouteAccess {

    private RouteAccess() {}

    /**
     * Who asks by a route, as its controller would be told.
     *
     * @param path the path as it would be asked for, such as {@code /v1/channels/c-1/balance}
     * @throws Refusal FORBIDDEN if the route would not be open to them
     * @throws IllegalArgumentException if there is no such route
     */
    public static Caller callerOf(JwtAuthenticationToken who, HttpMethod method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        RouteTable.Route route = RouteTable.find(method.name(), asked)
                .orElseThrow(() -> new IllegalArgumentException("There is no route " + method + ' ' + path));
        Caller caller = CallerToken.callerOf(who, route.roles());
        if (!opens(caller, channelOf(route, asked))) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it");
        }
        return caller;
    }

    /** What a token says of itself, with every role that it holds: whom it is for, not what it may do. */
    public static Caller claimsOf(JwtAuthenticationToken who) {
        return CallerToken.callerOf(who, Set.copyOf(Role.ALL));
    }

    /** Whether a route is open to a caller by one of its roles, and the channel in its path is the caller's. */
    static boolean opens(Caller caller, Optional<String> channelId) {
        return channelId.map(caller::actsFor).orElse(true) && !caller.roles().isEmpty();
    }

    private static Optional<String> channelOf(RouteTable.Route route, PathContainer path) {
        PathPattern.PathMatchInfo match = route.pattern().matchAndExtract(path);
        return Optional.ofNullable(match).map(found -> found.getUriVariables().get("channelId"));
    }
}
