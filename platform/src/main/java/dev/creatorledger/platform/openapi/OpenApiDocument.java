package dev.creatorledger.platform.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of this process's own routes, made at the first request and kept. */
final class OpenApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/v1/";

    private final WebApplicationContext application;
    private byte @Nullable [] made;

    OpenApiDocument(WebApplicationContext application) {
        this.application = application;
    }

    /** The document as UTF-8. */
    synchronized byte[] json() {
        byte[] json = made;
        if (json == null) {
            json = made = make();
        }
        return json;
    }

    private byte[] make() {
        var mapping = application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Map<RequestMappingInfo, HandlerMethod> controllers = ours(mapping);
        ObjectNode document = (ObjectNode) JSON.readTree(SpringdocScan.of(application, controllers));
        RouteNotes notes = RouteNotes.from(new PathMatchingResourcePatternResolver(application));
        notes.describe(document);
        new Conventions(notes, argumentsOf(controllers)).complete(document);
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(twoSpaces).withArrayIndenter(twoSpaces);
        return JSON.writer().with(printer).writeValueAsBytes(Ordered.copyOf(document));
    }

    private static Map<RequestMappingInfo, HandlerMethod> ours(RequestMappingHandlerMapping mapping) {
        Map<String, RequestMappingInfo> names = new TreeMap<>();
        Map<RequestMappingInfo, HandlerMethod> all = mapping.getHandlerMethods();
        all.keySet().forEach(info -> names.put(info.toString(), info));
        Map<RequestMappingInfo, HandlerMethod> ours = new LinkedHashMap<>();
        names.values().stream()
                .filter(info -> info.getPatternValues().stream().allMatch(path -> path.startsWith(API)))
                .forEach(info -> ours.put(info, Objects.requireNonNull(all.get(info))));
        return ours;
    }

    private static Map<String, Set<Class<?>>> argumentsOf(Map<RequestMappingInfo, HandlerMethod> controllers) {
        Map<String, Set<Class<?>>> arguments = new HashMap<>();
        controllers.forEach((mapping, method) -> mapping.getPatternValues()
                .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(verb -> arguments
                        .computeIfAbsent(verb + " " + path, route -> new HashSet<>())
                        .addAll(Arrays.asList(method.getMethod().getParameterTypes())))));
        return arguments;
    }
}
