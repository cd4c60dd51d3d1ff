package dev.creatorledger.platform.openapi;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.web.KeylessCommands;
import dev.creatorledger.platform.web.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The problems that a route can answer with, by their statuses. */
final class ProblemAnswers {

    private static final Set<ErrorCode> EVERYWHERE = EnumSet.of(
            ErrorCode.MALFORMED_REQUEST,
            ErrorCode.INVALID_FIELD,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.INTERNAL,
            ErrorCode.UNAVAILABLE);

    private static final String POST = "POST ";

    private final Map<Integer, ? extends SortedSet<ErrorCode>> byStatus;

    private ProblemAnswers(Set<ErrorCode> codes) {
        byStatus = codes.stream()
                .collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
    }

    /** What every route has, what follows from its kind, and what its notes name. */
    static ProblemAnswers of(String route, JsonNode note, boolean waits, boolean hasBody) {
        Set<ErrorCode> codes = EnumSet.copyOf(EVERYWHERE);
        if (hasBody) {
            codes.add(ErrorCode.PAYLOAD_TOO_LARGE);
            codes.add(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        if (waits) {
            codes.add(ErrorCode.VIEW_BEHIND);
        }
        if (note.has("reason")) {
            codes.add(ErrorCode.REASON_REQUIRED);
        }
        if (!route.startsWith("GET ")) {
            addIdempotency(codes, route.startsWith(POST) && !KeylessCommands.has(route.substring(POST.length())));
        }
        note.path("codes")
                .valueStream()
                .map(code -> code(route, code.asString("")))
                .forEach(codes::add);
        return new ProblemAnswers(codes);
    }

    /** Every command can be sent with a key, most POSTs must be. */
    private static void addIdempotency(Set<ErrorCode> codes, boolean needsKey) {
        Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().startsWith("IDEMPOTENCY_"))
                .filter(code -> needsKey || !code.name().endsWith("_REQUIRED"))
                .forEach(codes::add);
    }

    private static ErrorCode code(String route, String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The notes on " + route + " name no code: " + name));
    }

    /** Adds an answer per status; one that has but one code is shared by all routes. */
    void addTo(ObjectNode responses, ObjectNode shared) {
        byStatus.forEach((status, codes) -> {
            String name = codes.first().name();
            if (codes.size() > 1) {
                describe(codes, responses.putObject(Integer.toString(status)));
                return;
            }
            if (!shared.has(name)) {
                describe(codes, shared.putObject(name));
            }
            responses.putObject(Integer.toString(status)).put("$ref", "#/components/responses/" + name);
        });
    }

    private static void describe(SortedSet<ErrorCode> codes, ObjectNode response) {
        ErrorCode first = codes.first();
        response.put("description", codes.stream().map(ErrorCode::title).collect(Collectors.joining("; ")));
        ObjectNode headers = response.putObject("headers");
        headers.putObject("X-Correlation-Id").put("$ref", "#/components/headers/CorrelationId");
        if (first.status() == ErrorCode.UNAVAILABLE.status() || first == ErrorCode.TOO_MANY_REQUESTS) {
            headers.putObject("Retry-After").put("$ref", "#/components/headers/RetryAfter");
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");
        ArrayNode names = schema.putObject("properties").putObject("code").putArray("enum");
        codes.forEach(code -> names.add(code.name()));
        response.putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", schema);
    }
}
