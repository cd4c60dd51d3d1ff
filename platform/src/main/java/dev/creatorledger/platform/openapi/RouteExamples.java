package dev.creatorledger.platform.openapi;

import dev.creatorledger.platform.web.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of a route: as a whole for the test that replays them, and where readers look for them. */
final class RouteExamples {

    private static final String JSON = "application/json";
    private static final int FIRST_ERROR = 400;

    private RouteExamples() {}

    /** Puts a route's examples into its operation. */
    static void place(JsonNode examples, ObjectNode operation) {
        if (!examples.isArray()) {
            return;
        }
        operation.set("x-examples", examples);
        examples.valueStream().forEach(example -> {
            String name = example.path("name").asString("");
            int status = example.path("status").asInt();
            String sent = example.path("contentType").asString(JSON);
            String given = status < FIRST_ERROR ? example.path("answers").asString(JSON) : Problem.MEDIA_TYPE;
            add(operation.at("/requestBody/content").path(sent), name, example.path("request"));
            JsonNode answer = operation.path("responses").path(Integer.toString(status));
            add(answer.path("content").path(given), name, example.path("response"));
        });
    }

    private static void add(JsonNode media, String name, JsonNode value) {
        if (media instanceof ObjectNode content && !value.isMissingNode()) {
            content.withObject("examples").putObject(name).set("value", value);
        }
    }
}
