package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The document of a process that has but some of the routes. */
class OpenApiTest extends HttpTestBase {

    @Autowired
    private ApplicationContext application;

    private static JsonNode document(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response);
    }

    @Test
    void namesTheRoutesOfItsOwnProcessAlone() {
        JsonNode document = document(send(anonymous("/openapi.json")));
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").propertyNames())
                .contains("/v1/channels/{channelId}", "/v1/impressions:batch")
                .doesNotContain("/v1/audit/events", "/openapi.json");
    }

    @Test
    void saysOfEachRouteWhatHoldsForAll() {
        JsonNode approve = document(send(anonymous("/openapi.json")))
                .at("/paths/~1v1~1channels~1{channelId}~1ad-programme:approve/post");
        assertThat(approve.path("x-roles").valueStream().map(JsonNode::asString))
                .containsExactly("operator", "admin");
        assertThat(approve.path("security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(approve.path("parameters").toString()).contains("IdempotencyKeyRequired", "CorrelationId");
        assertThat(approve.path("responses").propertyNames()).contains("400", "401", "403", "406", "500", "503");
    }

    @Test
    void leavesNothingOfItsMakingInTheService() {
        send(anonymous("/openapi.json"));
        Map<String, Class<?>> beans = Arrays.stream(application.getBeanDefinitionNames())
                .collect(Collectors.toMap(
                        name -> name, name -> application.getBean(name).getClass()));
        assertThat(beans.values()).noneMatch(type -> type.getName().startsWith("org.springdoc"));
    }

    @Test
    void isReadAndNothingElse() {
        assertThat(send(anonymous("/openapi.json").POST(json("{}"))).statusCode())
                .isEqualTo(401);
        assertThat(send(to("/openapi.json").POST(json("{}"))).statusCode()).isEqualTo(405);
    }
}
