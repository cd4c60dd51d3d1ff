package dev.creatorledger.platform.openapi;

import dev.creatorledger.platform.security.Role;
import dev.creatorledger.platform.security.RouteTable;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.KeylessCommands;
import dev.creatorledger.platform.web.PageRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every route alike (contract, "Conventions"), said at each operation of the document. */
final class Conventions {

    private static final String ANSWER = "#/components/schemas/CommandAnswer";

    private final RouteNotes notes;
    private final Map<String, Set<Class<?>>> arguments;

    /** Conventions beside notes; the arguments are the types that each route's controllers take. */
    Conventions(RouteNotes notes, Map<String, Set<Class<?>>> arguments) {
        this.notes = notes;
        this.arguments = arguments;
    }

    /** Completes every operation. */
    void complete(ObjectNode document) {
        ObjectNode shared = document.withObject("components").withObject("responses");
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> complete(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), (ObjectNode)
                                method.getValue()),
                        shared)));
    }

    private record Operation(String method, String path, ObjectNode node) {

        String route() {
            return method + " " + path;
        }

        boolean isCommand() {
            return !method.equals("GET");
        }

        boolean needsKey() {
            return method.equals("POST") && !KeylessCommands.has(path);
        }

        ArrayNode parameters() {
            return node.withArray("parameters");
        }

        ObjectNode responses() {
            return node.withObject("responses");
        }
    }

    private void complete(Operation operation, ObjectNode shared) {
        ObjectNode note = notes.of(operation.route());
        name(operation, note);
        parameters(operation, note);
        answers(operation, note);
        ProblemAnswers.of(operation.route(), note, takes(operation, AtLeast.class), operation.node.has("requestBody"))
                .addTo(operation.responses(), shared);
        RouteExamples.place(note.path("examples"), operation.node);
    }

    private boolean takes(Operation operation, Class<?> type) {
        return arguments.getOrDefault(operation.route(), Set.of()).contains(type);
    }

    private static void name(Operation operation, JsonNode note) {
        StringBuilder id = new StringBuilder(operation.method.toLowerCase(Locale.ROOT));
        for (String word : operation
                .path
                .replaceAll("\\{[^}]*}", "")
                .substring("/v1".length())
                .split("[/:-]+", -1)) {
            id.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        if (operation.path.endsWith("}")) {
            id.append("One");
        }
        operation.node.put("operationId", id.toString());
        operation.node.putArray("tags").add(operation.path.split("[/:]", -1)[2]);
        Set<String> roles = RouteTable.all().stream()
                .filter(rule -> (rule.method() + " " + rule.pattern().getPatternString()).equals(operation.route()))
                .flatMap(rule -> rule.roles().stream())
                .collect(Collectors.toSet());
        ArrayNode sorted = operation.node.putArray("x-roles");
        Role.ALL.stream().filter(roles::contains).forEach(sorted::add);
        String rules = note.path("rules").asString("");
        operation.node.put(
                "description",
                (rules.isEmpty() ? "" : "Rules " + rules + ". ")
                        + "Roles: "
                        + sorted.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                        + ".");
        operation.node.putArray("security").addObject().putArray("bearer");
    }

    private void parameters(Operation operation, JsonNode note) {
        operation
                .parameters()
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("path"))
                .filter(parameter -> parameter.path("name").asString("").endsWith("Id"))
                .forEach(parameter ->
                        ((ObjectNode) parameter).putObject("schema").put("$ref", "#/components/schemas/Id"));
        if (takes(operation, PageRequest.class)) {
            add(operation, "limit");
            add(operation, "cursor");
        }
        if (takes(operation, AtLeast.class)) {
            add(operation, "atLeast");
        }
        if (operation.isCommand()) {
            add(operation, operation.needsKey() ? "IdempotencyKeyRequired" : "IdempotencyKey");
            add(operation, note.path("reason").asString("").equals("required") ? "ReasonRequired" : "Reason");
        }
        add(operation, "CorrelationId");
        if (note.path("reason").asString("").equals("operators")) {
            operation.node.put(
                    "description",
                    operation.node.path("description").asString("") + " Operators give a reason in X-Reason.");
        }
    }

    private static void add(Operation operation, String parameter) {
        operation.parameters().addObject().put("$ref", "#/components/parameters/" + parameter);
    }

    private void answers(Operation operation, JsonNode note) {
        JsonNode ok = operation.responses().path("200");
        if (ok instanceof ObjectNode answer) {
            boolean command = answer.at("/content/application~1json/schema/$ref")
                    .asString("")
                    .equals(ANSWER);
            if (command) {
                answer.put("description", "Stored, or so already");
            } else if (answer.path("description").asString("").equals("OK")) {
                answer.put("description", "The answer");
            }
            if (note.path("creates").asBoolean(false)) {
                ((ObjectNode) operation
                                .responses()
                                .set("201", answer.deepCopy())
                                .path("201"))
                        .put("description", "Created");
            }
        }
        operation.responses().properties().forEach(response -> {
            ObjectNode headers = ((ObjectNode) response.getValue()).withObject("headers");
            headers.putObject("X-Correlation-Id").put("$ref", "#/components/headers/CorrelationId");
            if (takes(operation, AtLeast.class)) {
                headers.putObject("X-Ledger-Position").put("$ref", "#/components/headers/LedgerPosition");
            }
        });
    }
}
