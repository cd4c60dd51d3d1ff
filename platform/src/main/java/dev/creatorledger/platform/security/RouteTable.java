package dev.creatorledger.platform.security;

import static dev.creatorledger.platform.security.Role.ADMIN;
import static dev.creatorledger.platform.security.Role.AUDITOR;
import static dev.creatorledger.platform.security.Role.COMPLIANCE;
import static dev.creatorledger.platform.security.Role.CREATOR;
import static dev.creatorledger.platform.security.Role.INGEST;
import static dev.creatorledger.platform.security.Role.OPERATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which roles may use which route: the whole of it, in one place (contract, "Conventions"). The admin may use all. */
public final class RouteTable {

    private static final String ATTRIBUTE = RouteTable.class.getName();
    private static final String CHANNEL = "/v1/channels/{channelId}";
    private static final String PROGRAMME = CHANNEL + "/ad-programme";

    private static final List<Route> ROUTES = List.of(
            put(CHANNEL, OPERATOR),
            put(CHANNEL + "/audience", INGEST),
            put("/v1/videos/{videoId}", INGEST, OPERATOR),
            put("/v1/videos/{videoId}/audience/{date}", INGEST),
            post(PROGRAMME + ":apply", CREATOR, OPERATOR),
            post(PROGRAMME + ":approve", OPERATOR),
            post(PROGRAMME + ":reject", OPERATOR),
            post(PROGRAMME + ":suspend", OPERATOR),
            post(PROGRAMME + ":reinstate", OPERATOR),
            post(PROGRAMME + ":leave", CREATOR, OPERATOR),
            put(PROGRAMME + "/share", OPERATOR),
            post("/v1/impressions:batch", INGEST),
            post("/v1/backfills/{backfillId}", OPERATOR),
            post("/v1/backfills/{backfillId}:close", OPERATOR),
            get("/v1/backfills/{backfillId}", OPERATOR),
            get(CHANNEL, CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/balance", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/earnings", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/videos/top", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/estimate", CREATOR, OPERATOR, COMPLIANCE),
            get("/v1/audit/events"),
            adminOnly("/actuator/**"));

    private RouteTable() {}

    /** The rule for a request, if there is one. */
    static Optional<Route> routeOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Route known) {
            return Optional.of(known);
        }
        Optional<Route> route = find(request.getMethod(), pathOf(request));
        route.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return route;
    }

    /** The roles that open the route of a request; none if there is no rule for it. */
    static Set<String> rolesFor(HttpServletRequest request) {
        return routeOf(request).map(Route::roles).orElse(Set.of());
    }

    /** The rule for a method and a path, if there is one; a literal path wins over one with a variable. */
    public static Optional<Route> find(String method, PathContainer path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return ROUTES.stream()
                .filter(route -> route.method().name().equals(asked))
                .filter(route -> route.pattern().matches(path))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
    }

    /** Every rule. */
    public static List<Route> all() {
        return ROUTES;
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return path.pathWithinApplication();
    }

    private static Route put(String pattern, String... roles) {
        return new Route(HttpMethod.PUT, parsed(pattern), with(roles, ADMIN));
    }

    private static Route post(String pattern, String... roles) {
        return new Route(HttpMethod.POST, parsed(pattern), with(roles, ADMIN));
    }

    private static Route get(String pattern, String... roles) {
        return new Route(HttpMethod.GET, parsed(pattern), with(roles, ADMIN, AUDITOR));
    }

    private static Route adminOnly(String pattern) {
        return new Route(HttpMethod.GET, parsed(pattern), Set.of(ADMIN));
    }

    private static PathPattern parsed(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    private static Set<String> with(String[] roles, String... always) {
        Set<String> all = new HashSet<>(List.of(roles));
        all.addAll(List.of(always));
        return Set.copyOf(all);
    }

    /**
     * One rule.
     *
     * @param method the method; HEAD goes with GET
     * @param pattern the paths
     * @param roles who may
     */
    public record Route(HttpMethod method, PathPattern pattern, Set<String> roles) {}
}
