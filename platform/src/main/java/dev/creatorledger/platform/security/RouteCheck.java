package dev.creatorledger.platform.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps controllers and the {@link RouteTable} together: a route that no rule guards must not go out. */
public final class RouteCheck {

    private static final String OURS = "dev.creatorledger.";

    private RouteCheck() {}

    /**
     * Our controllers' routes that no rule names exactly, as {@code METHOD /path}.
     *
     * @param others who else guards paths, by rules of their own
     */
    public static List<String> unguarded(RequestMappingHandlerMapping controllers, List<OwnGuard> others) {
        Set<String> missing = new TreeSet<>();
        controllers.getHandlerMethods().forEach((mapping, method) -> {
            if (isOurs(method)) {
                missing.addAll(routes(mapping));
            }
        });
        Stream.concat(RouteTable.all().stream(), RouteTable.open().stream())
                .forEach(route ->
                        missing.remove(name(route.method(), route.pattern().getPatternString())));
        missing.removeIf(route -> others.stream().anyMatch(other -> other.guards(pathOf(route))));
        return List.copyOf(missing);
    }

    private static String pathOf(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }

    /** Rules whose route no controller serves, as {@code METHOD /path}. */
    public static List<String> unserved(RequestMappingHandlerMapping controllers) {
        Set<String> rules = new TreeSet<>();
        RouteTable.all().stream()
                .filter(route -> route.pattern().getPatternString().startsWith("/v1/"))
                .forEach(route -> rules.add(name(route.method(), route.pattern().getPatternString())));
        controllers.getHandlerMethods().keySet().forEach(mapping -> rules.removeAll(routes(mapping)));
        return List.copyOf(rules);
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    private static Set<String> routes(RequestMappingInfo mapping) {
        Set<String> routes = new TreeSet<>();
        for (String pattern : mapping.getPatternValues()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty()) {
                routes.add("ANY " + pattern);
            }
            methods.forEach(method -> routes.add(name(method.asHttpMethod(), pattern)));
        }
        return routes;
    }

    private static String name(HttpMethod method, String pattern) {
        return method + " " + pattern;
    }
}
