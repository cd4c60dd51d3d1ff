package dev.creatorledger.platform.security;

import static dev.creatorledger.platform.security.Role.ADMIN;
import static dev.creatorledger.platform.security.Role.AUDITOR;
import static dev.creatorledger.platform.security.Role.COMPLIANCE;
import static dev.creatorledger.platform.security.Role.CREATOR;
import static dev.creatorledger.platform.security.Role.INGEST;
import static dev.creatorledger.platform.security.Role.MEMBER;
import static dev.creatorledger.platform.security.Role.NETWORK;
import static dev.creatorledger.platform.security.Role.OPERATOR;
import static dev.creatorledger.platform.security.Role.PAYMENTS;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.platform.web.Requested;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private static final String PAYOUT = "/v1/payouts/{payoutId}";
    private static final String PROGRAMME = CHANNEL + "/ad-programme";
    private static final String MEMBERSHIPS = CHANNEL + "/membership-programme";
    private static final String MEMBERSHIP = "/v1/memberships/{membershipId}";
    private static final String NETWORK_OF_CHANNELS = "/v1/networks/{networkId}";

    private static final List<Route> ROUTES = List.of(
            put(CHANNEL, OPERATOR).as("RegisterChannel"),
            put(CHANNEL + "/audience", INGEST).as("ReportFollowers"),
            put("/v1/videos/{videoId}", INGEST, OPERATOR).as("RegisterVideo"),
            put("/v1/videos/{videoId}/audience/{date}", INGEST).as("ReportVideoAudience"),
            post(PROGRAMME + ":apply", CREATOR, OPERATOR).as("ApplyToAdProgramme"),
            post(PROGRAMME + ":approve", OPERATOR).as("ApproveAdProgramme"),
            post(PROGRAMME + ":reject", OPERATOR).as("RejectAdProgramme"),
            post(PROGRAMME + ":suspend", OPERATOR).as("SuspendAdProgramme"),
            post(PROGRAMME + ":reinstate", OPERATOR).as("ReinstateAdProgramme"),
            post(PROGRAMME + ":leave", CREATOR, OPERATOR).as("LeaveAdProgramme"),
            put(PROGRAMME + "/share", OPERATOR).as("ChangeAdShare"),
            post("/v1/impressions:batch", INGEST).as("BookImpressions"),
            post("/v1/backfills/{backfillId}", OPERATOR).as("OpenBackfill"),
            post("/v1/backfills/{backfillId}:close", OPERATOR).as("CloseBackfill"),
            put(CHANNEL + "/bank-account", CREATOR).as("RegisterBankAccount"),
            post(CHANNEL + "/payouts", CREATOR).as("RequestPayout"),
            post(PAYOUT + ":approve", OPERATOR).as("ApprovePayout"),
            post(PAYOUT + ":reject", OPERATOR).as("RejectPayout"),
            post(PAYOUT + ":cancel", CREATOR, OPERATOR).as("CancelPayout"),
            post(PAYOUT + ":send", PAYMENTS).as("SendPayout"),
            post(PAYOUT + ":settle", PAYMENTS).as("SettlePayout"),
            post(PAYOUT + ":fail", PAYMENTS).as("FailPayout"),
            post(PAYOUT + ":return", PAYMENTS).as("ReturnPayout"),
            post("/v1/admin/erasures").as("ErasePerson"),
            post("/v1/admin/replays").as("BeginReplay"),
            get("/v1/admin/replays/{replayId}"),
            post("/v1/admin/replays/{replayId}:switch").as("SwitchView"),
            get("/v1/admin/dead-letters"),
            post("/v1/admin/dead-letters/{letterId}:retry").as("RetryDeadLetters"),
            post(NETWORK_OF_CHANNELS, OPERATOR).as("RegisterNetwork"),
            put(NETWORK_OF_CHANNELS + "/channels/{channelId}", OPERATOR).as("AddChannelToNetwork"),
            delete(NETWORK_OF_CHANNELS + "/channels/{channelId}", OPERATOR).as("RemoveChannelFromNetwork"),
            post(NETWORK_OF_CHANNELS + "/membership-programme:enable", NETWORK).as("EnableNetworkMemberships"),
            post(NETWORK_OF_CHANNELS + "/membership-programme:resume", NETWORK).as("ResumeNetworkMemberships"),
            post(MEMBERSHIPS + ":enable", CREATOR).as("EnableMemberships"),
            post(MEMBERSHIPS + ":resume", CREATOR).as("ResumeMemberships"),
            post(MEMBERSHIPS + ":end", CREATOR, OPERATOR).as("EndMemberships"),
            put(MEMBERSHIPS + "/causes/{cause}", OPERATOR).as("OpenPauseCause"),
            delete(MEMBERSHIPS + "/causes/{cause}", OPERATOR).as("ClosePauseCause"),
            get(MEMBERSHIPS + "/turns", CREATOR, OPERATOR, COMPLIANCE),
            put(CHANNEL + "/tiers/{tierId}", CREATOR).as("PutTier"),
            post(CHANNEL + "/memberships", MEMBER).as("StartMembership"),
            post(MEMBERSHIP + ":cancel", MEMBER).as("CancelMembership"),
            post(MEMBERSHIP + ":change-tier", MEMBER).as("ChangeTier"),
            post(MEMBERSHIP + "/charges/{chargeId}:paid", PAYMENTS).as("ReportPaid"),
            post(MEMBERSHIP + "/charges/{chargeId}:declined", PAYMENTS).as("ReportDeclined"),
            post("/v1/refunds/{refundId}:settled", PAYMENTS).as("SettleRefund"),
            get("/v1/backfills/{backfillId}", OPERATOR),
            put("/v1/policies/{name}", OPERATOR).as("SetPolicy"),
            get("/v1/policies/{name}", OPERATOR, COMPLIANCE),
            put("/v1/calendars/{country}", OPERATOR).as("SetCalendar"),
            get("/v1/calendars/{country}", OPERATOR, COMPLIANCE),
            get(CHANNEL, CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/balance", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/earnings", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/videos/top", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/estimate", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/payouts", CREATOR, OPERATOR, PAYMENTS, COMPLIANCE),
            get(CHANNEL + "/tiers", CREATOR, OPERATOR, MEMBER, NETWORK, COMPLIANCE),
            get(CHANNEL + "/members", CREATOR, OPERATOR, COMPLIANCE),
            get(CHANNEL + "/refunds", CREATOR, OPERATOR, COMPLIANCE),
            get("/v1/memberships/{membershipId}", CREATOR, MEMBER, OPERATOR, PAYMENTS, COMPLIANCE),
            get("/v1/charges/due", PAYMENTS, OPERATOR),
            get("/v1/refunds", PAYMENTS, OPERATOR, COMPLIANCE),
            get("/v1/payouts", OPERATOR, PAYMENTS, COMPLIANCE),
            get(PAYOUT, CREATOR, OPERATOR, PAYMENTS, COMPLIANCE),
            only(PAYMENTS, PAYOUT + "/transfer"),
            get(PAYOUT + "/explanation", CREATOR, OPERATOR, PAYMENTS, COMPLIANCE),
            get(CHANNEL + "/statement", CREATOR, OPERATOR, COMPLIANCE),
            get("/v1/compliance/settlements", COMPLIANCE),
            get("/v1/compliance/negative-balances", COMPLIANCE),
            get("/v1/audit/journal"),
            get("/v1/audit/trial-balance"),
            get("/v1/audit/accounts/{account}"),
            get("/v1/compliance/refunds", COMPLIANCE),
            get("/v1/compliance/pauses", COMPLIANCE),
            get("/v1/compliance/refused-perks", COMPLIANCE),
            get("/v1/compliance/decisions", COMPLIANCE),
            get("/v1/audit/export"),
            get("/v1/audit/events"),
            get("/v1/audit/checkpoints"),
            post("/v1/audit/checkpoints", AUDITOR).as("MakeCheckpoint"),
            get("/v1/audit/impressions/proof"),
            get("/v1/audit/refusals", COMPLIANCE),
            adminOnly("/actuator/**"));

    /** What anybody may read without a token: none of it says anything about anybody. */
    private static final List<Route> OPEN = List.of(
            open("/actuator/health"),
            open("/actuator/health/live"),
            open("/actuator/health/ready"),
            open("/openapi.json"),
            open("/docs"),
            open("/docs/**"));

    private RouteTable() {}

    /** Whether a request needs no token. */
    static boolean isOpen(HttpServletRequest request) {
        String asked = asked(request.getMethod());
        return OPEN.stream()
                .anyMatch(route ->
                        route.method().name().equals(asked) && route.pattern().matches(pathOf(request)));
    }

    /** The routes that need no token. */
    public static List<Route> open() {
        return OPEN;
    }

    /** The rule for a request, if there is one; from here on the request says what it asks for ({@link Requested}). */
    static Optional<Route> routeOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Route known) {
            return Optional.of(known);
        }
        PathContainer path = pathOf(request);
        Optional<Route> route = find(request.getMethod(), path);
        route.ifPresent(found -> {
            request.setAttribute(ATTRIBUTE, found);
            found.requested(path).in(request);
        });
        return route;
    }

    /** A variable of the path of a request, if its route has one of this name. */
    static Optional<String> variable(HttpServletRequest request, String name) {
        return routeOf(request)
                .map(route -> route.pattern().matchAndExtract(pathOf(request)))
                .map(match -> match.getUriVariables().get(name));
    }

    /** The roles that open the route of a request; none if there is no rule for it. */
    static Set<String> rolesFor(HttpServletRequest request) {
        return routeOf(request).map(Route::roles).orElse(Set.of());
    }

    /** The rule for a method and a path, if there is one; a literal path wins over one with a variable. */
    public static Optional<Route> find(String method, PathContainer path) {
        String asked = asked(method);
        return ROUTES.stream()
                .filter(route -> route.method().name().equals(asked))
                .filter(route -> route.pattern().matches(path))
                .min(RouteTable::compare);
    }

    /** The methods by which the path of a request is served, if a route of another method fits it closer than its own. */
    static List<String> methodsOfACloserRoute(HttpServletRequest request) {
        Route own = routeOf(request).orElse(null);
        if (own == null) {
            return List.of();
        }
        PathContainer path = pathOf(request);
        return ROUTES.stream()
                .filter(route -> !route.method().equals(own.method()) && compare(route, own) < 0)
                .filter(route -> route.pattern().matches(path))
                .map(route -> route.method().name())
                .distinct()
                .toList();
    }

    private static int compare(Route one, Route other) {
        return PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern());
    }

    /** Every rule. */
    public static List<Route> all() {
        return ROUTES;
    }

    private static String asked(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return path.pathWithinApplication();
    }

    private static Route put(String pattern, String... roles) {
        return new Route(HttpMethod.PUT, parsed(pattern), with(roles, ADMIN), null);
    }

    private static Route post(String pattern, String... roles) {
        return new Route(HttpMethod.POST, parsed(pattern), with(roles, ADMIN), null);
    }

    private static Route delete(String pattern, String... roles) {
        return new Route(HttpMethod.DELETE, parsed(pattern), with(roles, ADMIN), null);
    }

    private static Route get(String pattern, String... roles) {
        return new Route(HttpMethod.GET, parsed(pattern), with(roles, ADMIN, AUDITOR), null);
    }

    /** A query that even auditors and admins have no business with. */
    private static Route only(String role, String pattern) {
        return new Route(HttpMethod.GET, parsed(pattern), Set.of(role), null);
    }

    private static Route adminOnly(String pattern) {
        return new Route(HttpMethod.GET, parsed(pattern), Set.of(ADMIN), null);
    }

    private static Route open(String pattern) {
        return new Route(HttpMethod.GET, parsed(pattern), Set.of(), null);
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
     * @param command the command behind it, imperative; null for a query
     */
    public record Route(HttpMethod method, PathPattern pattern, Set<String> roles, @Nullable String command) {

        private static final Pattern FIRST_VARIABLE = Pattern.compile("\\{(\\w+)}.*");

        /** The same rule for a command of a name. */
        Route as(String name) {
            return new Route(method, pattern, roles, name);
        }

        /** What a request by this route asks for; the subject is the first id in its path. */
        Requested requested(PathContainer path) {
            String name = command == null ? method + " " + pattern.getPatternString() : command;
            return new Requested(name, subject(path), command != null);
        }

        private @Nullable String subject(PathContainer path) {
            Matcher variable = FIRST_VARIABLE.matcher(pattern.getPatternString());
            PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
            if (match == null || !variable.find()) {
                return null;
            }
            String id = match.getUriVariables().get(variable.group(1));
            return id != null && StreamId.isWellFormed(id) ? id : null;
        }
    }
}
