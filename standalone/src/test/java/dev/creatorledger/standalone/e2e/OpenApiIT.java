package dev.creatorledger.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.security.RouteTable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI document against the service that gives it.
 *
 * <p>{@code docs/openapi.json} is approved by a reviewer; {@code -Dcontract.update=true} writes it anew.
 */
class OpenApiIT {

    /** When the examples take place. */
    static final Instant EXAMPLES_BEGIN = Instant.parse("2026-02-01T09:30:00Z");

    private static final Path APPROVED = Path.of("..", "docs", "openapi.json");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final int FIRST_ERROR = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RunningLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private static ServedContract contract;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start(
                data, Duration.between(Instant.now(), EXAMPLES_BEGIN).toString());
        contract = ServedContract.of(ledger);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void isServedAsApproved() throws IOException {
        String served = contract.text() + "\n";
        if (UPDATE) {
            Files.writeString(APPROVED, served, UTF_8);
        }
        assertThat(served).isEqualTo(Files.readString(APPROVED, UTF_8));
    }

    @Test
    void describesEveryRoute() {
        var operations = contract.operations();
        assertThat(operations.keySet())
                .containsExactlyInAnyOrderElementsOf(RouteTable.all().stream()
                        .map(route -> route.method() + " " + route.pattern().getPatternString())
                        .filter(route -> route.contains(" /v1/"))
                        .toList());
        SoftAssertions all = new SoftAssertions();
        operations.values().forEach(operation -> {
            all.assertThat(operation.node().path("summary").asString(""))
                    .as("the summary of %s", operation.route())
                    .isNotEmpty();
            all.assertThat(operation.node().path("x-roles").size())
                    .as("the roles of %s", operation.route())
                    .isPositive();
            all.assertThat(operation.examples())
                    .as("the examples of %s", operation.route())
                    .anyMatch(example -> example.path("status").asInt() < FIRST_ERROR);
        });
        all.assertAll();
        assertThat(operations.values().stream()
                        .map(operation -> operation.node().path("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void refersToNothingThatIsMissing() {
        assertThat(contract.document().findValuesAsString("$ref")).allSatisfy(reference -> assertThat(
                        contract.document().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void givesExamplesThatKeepToIt() {
        SoftAssertions all = new SoftAssertions();
        contract.operations().values().forEach(operation -> operation.examples().forEach(example -> {
            String name = operation.route() + " " + example.path("name").asString("");
            int status = example.path("status").asInt();
            JsonNode request = example.path("request");
            if (status < FIRST_ERROR
                    && !request.isMissingNode()
                    && !example.path("invalidRequest").asBoolean()) {
                JsonNode schema =
                        operation.requestSchema(example.path("contentType").asString("application/json"));
                all.assertThat(contract.violations(schema, request))
                        .as(name + ", its body")
                        .isEmpty();
            }
            JsonNode answer = contract.responseSchema(operation, status, mediaType(example));
            all.assertThat(contract.violations(answer, example.path("response")))
                    .as(name + ", its answer")
                    .isEmpty();
        }));
        all.assertAll();
    }

    @Test
    void isKeptByTheServiceExampleByExample() throws IOException {
        List<Step> steps = contract.operations().values().stream()
                .flatMap(operation -> operation.examples().stream().map(example -> new Step(operation, example)))
                .filter(step -> step.example.path("unplayed").isMissingNode())
                .sorted(Comparator.comparingInt(
                        step -> step.example.path("step").asInt()))
                .toList();
        SoftAssertions all = new SoftAssertions();
        Map<String, JsonNode> answers = new HashMap<>();
        for (Step step : steps) {
            Api.Answer answer = send(step, answers);
            answers.putIfAbsent(step.operation.route(), answer.body());
            int status = step.example.path("status").asInt();
            all.assertThat(answer.status())
                    .as("%s: %s", step.name(), answer.text())
                    .isEqualTo(status);
            String mediaType = mediaType(step.example);
            if (answer.status() == status && mediaType.endsWith("json") && !mediaType.endsWith("ndjson")) {
                all.assertThat(contract.violations(
                                contract.responseSchema(step.operation, status, mediaType), answer.body()))
                        .as("%s: %s", step.name(), answer.text())
                        .isEmpty();
            }
            if (status >= FIRST_ERROR) {
                all.assertThat(answer.code())
                        .as("%s: %s", step.name(), answer.text())
                        .isEqualTo(step.example.path("response").path("code").asString(""));
            }
        }
        all.assertAll();
    }

    private record Step(ServedContract.Operation operation, JsonNode example) {

        String name() {
            return operation.route() + " " + example.path("name").asString("");
        }
    }

    private static String mediaType(JsonNode example) {
        return example.path("status").asInt() < FIRST_ERROR
                ? example.path("answers").asString("application/json")
                : "application/problem+json";
    }

    private static Api.Answer send(Step step, Map<String, JsonNode> answers) throws IOException {
        JsonNode example = step.example;
        String path = step.operation.path();
        for (var variable : example.path("path").properties()) {
            String name = variable.getKey();
            String from = example.path("taken").path(name).asString("");
            path = path.replace(
                    "{" + name + "}", from.isEmpty() ? variable.getValue().asString() : taken(from, name, answers));
        }
        String query = example.path("query").properties().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue().asString(), UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode request = example.path("request");
        String body = request.isMissingNode() ? null : request.isString() ? request.asString() : request.toString();
        String reason = example.path("reason").asString("");
        return as(example.path("role").asString())
                .send(
                        step.operation.method(),
                        query.isEmpty() ? path : path + "?" + query,
                        body,
                        reason.isEmpty() ? null : reason,
                        example.path("contentType").asString("application/json"));
    }

    /** An id that the service derived, from the newest event of a type or from the first answer of a route. */
    private static String taken(String from, String field, Map<String, JsonNode> answers) {
        if (answers.containsKey(from)) {
            return answers.get(from).path(field).asString();
        }
        JsonNode events = ledger.as("auditor")
                .get("/v1/audit/events?limit=500&type=" + from)
                .body();
        JsonNode items = events.path("items");
        return items.path(items.size() - 1).path("payload").path(field).asString();
    }

    private static Api as(String role) throws IOException {
        return switch (role) {
            case "creator" -> ledger.with(EmbeddedIssuer.of(data).token(Grant.of(role, "ch-sara")));
            case "network" -> ledger.with(EmbeddedIssuer.of(data).token(Grant.of(role, "net-1")));
            case "member" -> ledger.with(EmbeddedIssuer.of(data).token(Grant.of(role, "m-1")));
            default -> ledger.as(role);
        };
    }
}
