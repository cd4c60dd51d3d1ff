package dev.creatorledger.standalone.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes requests of an operation that are wrong in one way or another, from one of its examples. */
final class BadRequests {

    private final ServedContract contract;
    private final String token;
    private final Random random;

    BadRequests(ServedContract contract, String token, Random random) {
        this.contract = contract;
        this.token = token;
        this.random = random;
    }

    /**
     * A request, its octets given as characters of ISO 8859-1.
     *
     * @param documented whether the operation itself answers, so that its answer must be one that is documented
     */
    record Bad(ServedContract.Operation operation, String what, String octets, boolean documented) {}

    /** A request that can still be changed. */
    private final class Draft {
        private final ServedContract.Operation operation;
        private final Map<String, String> path = new LinkedHashMap<>();
        private final List<String> query = new ArrayList<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String method;
        private byte[] body;

        Draft(ServedContract.Operation operation, String id) {
            this.operation = operation;
            this.method = operation.method();
            List<JsonNode> good = operation.examples().stream()
                    .filter(example -> example.path("status").asInt() < 400)
                    .toList();
            JsonNode example = good.get(random.nextInt(good.size()));
            example.path("path")
                    .properties()
                    .forEach(part -> path.put(part.getKey(), part.getValue().asString()));
            example.path("query")
                    .properties()
                    .forEach(
                            one -> query.add(one.getKey() + "=" + one.getValue().asString()));
            JsonNode request = example.path("request");
            this.body = (request.isMissingNode() ? "" : request.isString() ? request.asString() : request.toString())
                    .getBytes(UTF_8);
            headers.put("Host", "127.0.0.1");
            headers.put("Connection", "close");
            headers.put("Authorization", "Bearer " + token);
            headers.put("X-Correlation-Id", id);
            headers.put("X-Reason", "fuzz");
            if (!method.equals("GET")) {
                headers.put("Content-Type", example.path("contentType").asString("application/json"));
            }
            if (method.equals("POST")) {
                headers.put("Idempotency-Key", id);
            }
        }

        String octets() {
            String target = operation.path();
            for (var part : path.entrySet()) {
                target = target.replace("{" + part.getKey() + "}", part.getValue());
            }
            StringBuilder head = new StringBuilder(method + " " + target);
            if (!query.isEmpty()) {
                head.append('?').append(String.join("&", query));
            }
            head.append(" HTTP/1.1\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (body.length > 0 || !method.equals("GET")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            octets.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
            octets.writeBytes(body);
            return octets.toString(ISO_8859_1);
        }
    }

    /** One way of being wrong, picked by chance. */
    Bad next(ServedContract.Operation operation, String id) {
        Draft draft = new Draft(operation, id);
        boolean hasBody = operation.node().has("requestBody");
        int kind = random.nextInt(hasBody ? 20 : 9);
        return switch (kind) {
            case 0 -> badMethod(draft);
            case 1, 2 -> badPath(draft);
            case 3, 4, 5 -> badQuery(draft);
            case 6, 7 -> badHeader(draft);
            case 8 -> badFraming(draft);
            case 9 -> badType(draft);
            case 10, 11 -> badBody(draft, pick(BadValues.BODIES).getBytes(UTF_8), "a whole body");
            case 12 -> badBody(draft, mangled(draft.body), "mangled octets");
            case 13 -> badBody(draft, recoded(draft.body), "another encoding");
            default -> badField(draft);
        };
    }

    private Bad badMethod(Draft draft) {
        draft.method = pick(BadValues.METHODS);
        return new Bad(draft.operation, "method " + draft.method, draft.octets(), false);
    }

    private Bad badPath(Draft draft) {
        if (draft.path.isEmpty()) {
            return badQuery(draft);
        }
        String name = pick(List.copyOf(draft.path.keySet()));
        String id = pick(BadValues.IDS);
        draft.path.put(name, id);
        return new Bad(draft.operation, name + " " + shortened(id), draft.octets(), false);
    }

    private Bad badQuery(Draft draft) {
        List<JsonNode> parameters = draft.operation
                .node()
                .path("parameters")
                .valueStream()
                .map(contract::resolved)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .toList();
        String name = parameters.isEmpty()
                ? "unknown"
                : parameters.get(random.nextInt(parameters.size())).path("name").asString();
        String value = pick(BadValues.VALUES);
        // A position of the far future is waited for, five seconds each; one test of its own has it.
        draft.query.removeIf(one -> one.startsWith(name + "=") && random.nextInt(4) > 0);
        draft.query.add(name + "=" + value);
        return new Bad(draft.operation, name + "=" + shortened(value), draft.octets(), true);
    }

    private Bad badHeader(Draft draft) {
        String header = pick(BadValues.HEADERS);
        int colon = header.indexOf(':');
        draft.headers.put(header.substring(0, colon), header.substring(colon + 2));
        return new Bad(draft.operation, shortened(header), draft.octets(), false);
    }

    private Bad badType(Draft draft) {
        String type = pick(BadValues.TYPES);
        draft.headers.put("Content-Type", type);
        return new Bad(draft.operation, "Content-Type " + type, draft.octets(), true);
    }

    private Bad badBody(Draft draft, byte[] body, String what) {
        draft.body = body;
        return new Bad(draft.operation, what + " " + shortened(new String(body, UTF_8)), draft.octets(), true);
    }

    private Bad badField(Draft draft) {
        String text = new String(draft.body, UTF_8).strip();
        JsonNode body = text.startsWith("{") ? Api.JSON.readTree(text) : Api.JSON.nullNode();
        List<String> pointers = new ArrayList<>();
        pointersOf(body, "", pointers);
        if (pointers.isEmpty()) {
            return badBody(draft, pick(BadValues.JSON_VALUES).getBytes(UTF_8), "a value");
        }
        String pointer = pick(pointers);
        String value = pick(BadValues.JSON_VALUES);
        boolean doubled = random.nextInt(6) == 0;
        String changed = written(body, "", pointer, random.nextInt(12) == 0 ? null : value, doubled);
        return badBody(draft, changed.getBytes(UTF_8), pointer + (doubled ? " twice" : ""));
    }

    /** The head of a request that is no proper HTTP. */
    private Bad badFraming(Draft draft) {
        String whole = draft.octets();
        String broken =
                switch (random.nextInt(9)) {
                    case 0 -> whole.replaceFirst("HTTP/1.1", "HTTP/9.9");
                    case 1 -> whole.replaceFirst("HTTP/1.1", "");
                    case 2 -> whole.replaceFirst("Host: [^\r]*\r\n", "");
                    case 3 -> whole.replaceFirst("\r\n", "\r\nContent-Length: -5\r\n");
                    case 4 -> whole.replaceFirst("\r\n", "\r\nContent-Length: 3\r\nContent-Length: 4\r\n");
                    case 5 -> whole.replaceFirst("\r\n", "\r\nno colon here\r\n");
                    case 6 ->
                        whole.replaceFirst("\r\n", "\r\nTransfer-Encoding: chunked\r\n")
                                .replaceFirst("\r\n\r\n", "\r\n\r\nzz\r\n");
                    case 7 -> whole.replaceFirst(" /", " /" + "p".repeat(18_000) + "/");
                    default -> whole.substring(0, random.nextInt(Math.max(1, whole.length() / 2)));
                };
        return new Bad(draft.operation, "framing " + shortened(broken), broken, false);
    }

    private byte[] mangled(byte[] body) {
        byte[] octets = body.clone();
        for (int i = random.nextInt(3); i >= 0 && octets.length > 0; i--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? octets : Arrays.copyOf(octets, random.nextInt(octets.length + 1));
    }

    private byte[] recoded(byte[] body) {
        String text = new String(body, UTF_8);
        return pick(List.of("\ufeff" + text, text))
                .getBytes(Charset.forName(
                        pick(List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "ISO-8859-1"))));
    }

    private static void pointersOf(JsonNode node, String at, List<String> pointers) {
        node.properties().forEach(property -> {
            String pointer = at + "/" + property.getKey();
            pointers.add(pointer);
            pointersOf(property.getValue(), pointer, pointers);
        });
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            pointersOf(node.get(i), at + "/" + i, pointers);
        }
    }

    /** JSON with another value at a pointer, or without it; by hand, for values that no tree can hold. */
    private static String written(JsonNode node, String at, String pointer, @Nullable String value, boolean doubled) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                parts.add(written(node.get(i), at + "/" + i, pointer, value, doubled));
            }
            return "[" + String.join(",", parts) + "]";
        }
        if (!node.isObject()) {
            return node.toString();
        }
        node.properties().forEach(property -> {
            String here = at + "/" + property.getKey();
            String name = "\"" + property.getKey() + "\":";
            String old = written(property.getValue(), here, pointer, value, doubled);
            if (!here.equals(pointer) || doubled) {
                parts.add(name + old);
            }
            if (here.equals(pointer) && value != null) {
                parts.add(name + value);
            }
        });
        return "{" + String.join(",", parts) + "}";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String shortened(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(60, text.length())), UTF_8);
    }
}
