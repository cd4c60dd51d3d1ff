package dev.creatorledger.standalone.e2e;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as a running service gives it, and what it says about bodies and answers. */
final class ServedContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String text;
    private final JsonNode document;
    private final Map<JsonNode, Schema> read = new HashMap<>();

    private ServedContract(String text) {
        this.text = text;
        this.document = Api.JSON.readTree(text);
    }

    /** Asks without a token: the document is open. */
    static ServedContract of(RunningLedger ledger) {
        Api.Answer answer = ledger.with("").get("/openapi.json");
        if (answer.status() != 200) {
            throw new IllegalStateException("no document: " + answer);
        }
        return new ServedContract(answer.text());
    }

    String text() {
        return text;
    }

    JsonNode document() {
        return document;
    }

    /** One operation. */
    record Operation(String method, String path, JsonNode node) {

        String route() {
            return method + " " + path;
        }

        List<JsonNode> examples() {
            return node.path("x-examples").valueStream().toList();
        }

        JsonNode requestSchema(String mediaType) {
            return node.path("requestBody").path("content").path(mediaType).path("schema");
        }
    }

    /** The schema of an operation's answer. */
    JsonNode responseSchema(Operation operation, int status, String mediaType) {
        JsonNode answer = resolved(operation.node().path("responses").path(Integer.toString(status)));
        return answer.path("content").path(mediaType).path("schema");
    }

    /** Every operation by its route. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Operation operation =
                            new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue());
                    operations.put(operation.route(), operation);
                }));
        return operations;
    }

    /** A part of the document, looked up where it is only referred to. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** What a value breaks of a schema of this document; nothing, if it is as described. */
    synchronized List<String> violations(JsonNode schema, JsonNode value) {
        if (!schema.isObject()) {
            return List.of("there is no schema");
        }
        List<String> broken = new ArrayList<>();
        read.computeIfAbsent(schema, this::read).validate(value).forEach(error -> broken.add(error.toString()));
        return broken;
    }

    private Schema read(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }
}
