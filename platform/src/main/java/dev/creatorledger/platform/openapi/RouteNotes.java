package dev.creatorledger.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the code of a route cannot say about it: a summary, its rules, what a body requires, the codes it refuses with,
 * and examples. It stands beside the controllers in {@code openapi/<feature>.json}:
 *
 * <pre>{@code
 * {"document": {…},                          merged into the document as it is
 *  "routes": {"PUT /v1/channels/{channelId}": {
 *      "summary": "…", "rules": "C1",
 *      "reason": "required" or "operators",   when X-Reason is needed
 *      "creates": true,                       it can answer 201
 *      "codes": ["CHANNEL_CURRENCY_FIXED"],   of ErrorCode, beside those that every route has
 *      "operation": {…},                      merged into the operation
 *      "examples": […]}}}                     replayed by a test, in the order of "step"
 * }</pre>
 *
 * <p>Where an id of an example's {@code path} is derived by the service, {@code "taken": {"chargeId":
 * "MembershipChargeDue"}} tells the test in which event to find it, or in the answer of which earlier route. What no
 * caller can bring about is {@code "unplayed"}, and says why.
 */
final class RouteNotes {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILES = "classpath*:openapi/*.json";
    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    private final Map<String, ObjectNode> routes = new TreeMap<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private RouteNotes() {}

    /** All notes on the class path. */
    static RouteNotes from(ResourcePatternResolver resources) {
        try {
            RouteNotes notes = new RouteNotes();
            for (Resource file : resources.getResources(FILES)) {
                notes.add(file);
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            JsonNode read = JSON.readTree(in);
            merge(document, read.path("document"));
            read.path("routes").properties().forEach(route -> {
                if (routes.put(route.getKey(), (ObjectNode) route.getValue()) != null) {
                    throw new IllegalStateException(route.getKey() + " is described twice, again in " + file);
                }
            });
        }
    }

    /** The notes on a route; empty if there are none. */
    ObjectNode of(String route) {
        return routes.getOrDefault(route, NONE);
    }

    /**
     * Merges the notes into a document.
     *
     * @throws IllegalStateException if there are notes on a route that is not in it
     */
    void describe(ObjectNode into) {
        merge(into, document);
        routes.forEach((route, note) -> {
            int space = route.indexOf(' ');
            String method = route.substring(0, space).toLowerCase(Locale.ROOT);
            JsonNode operation =
                    into.path("paths").path(route.substring(space + 1)).path(method);
            if (!(operation instanceof ObjectNode found)) {
                throw new IllegalStateException("There are notes on a route that is not served: " + route);
            }
            found.put("summary", note.path("summary").asString(""));
            merge(found, note.path("operation"));
        });
    }

    /** Merges objects deeply; what is in {@code from} wins, and parameters are matched by their names. */
    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode there = into.path(name);
            JsonNode here = property.getValue();
            if (there instanceof ObjectNode object && here.isObject()) {
                merge(object, here);
            } else if (name.equals("parameters") && there.isArray()) {
                here.valueStream().forEach(parameter -> mergeNamed(there, parameter));
            } else {
                into.set(name, here.deepCopy());
            }
        });
    }

    private static void mergeNamed(JsonNode parameters, JsonNode note) {
        ObjectNode named = (ObjectNode) parameters
                .valueStream()
                .filter(parameter -> parameter.path("name").equals(note.path("name")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no parameter as in " + note));
        merge(named, note);
    }
}
