package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to a {@link CommandService}, as a caller would. */
@SpringBootTest(classes = CommandService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HttpTestBase {

    static final String REASON = "as agreed";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @Autowired
    private EmbeddedIssuer issuer;

    @Autowired
    EventsInMemory events;

    @Autowired
    private Clock clock;

    /** The service's day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** An answer: its status and its body. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        long version() {
            return body.path("version").asLong(-1);
        }

        List<String> violatedFields() {
            return StreamSupport.stream(body.path("violations").spliterator(), false)
                    .map(violation -> violation.path("field").asString(""))
                    .toList();
        }

        long position() {
            return Long.parseLong(body.path("position").asString());
        }
    }

    Answer put(String path, String body) {
        return send(request(path, "admin").PUT(BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) {
        return send(request(path, "admin").POST(BodyPublishers.ofString(body)));
    }

    Answer decide(String method, String path, String body) {
        return decideAs("operator", method, path, body);
    }

    Answer decideAs(String role, String method, String path, String body) {
        return decideAs(Grant.of(role), method, path, body);
    }

    Answer postAsCreatorOf(String channel, String path) {
        return send(bare(path, issuer.token(Grant.of("creator", channel))).POST(BodyPublishers.noBody()));
    }

    Answer sendAs(Grant who, String method, String path, String body) {
        return send(bare(path, issuer.token(who))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    Answer decideAs(Grant who, String method, String path, String body) {
        return send(bare(path, issuer.token(who))
                .header("Content-Type", "application/json")
                .header("X-Reason", REASON.replace(" ", "%20"))
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String role) {
        return bare(path, issuer.token(Grant.of(role))).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder bare(String path, String token) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "test-1");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers a channel. */
    void channel(String id) {
        put("/v1/channels/" + id, ChannelRoutesTest.COOKING);
    }

    /** Registers a video that its channel made itself. */
    void original(String id, String channel) {
        put("/v1/videos/" + id, "{\"channelId\":\"%s\",\"kind\":\"ORIGINAL\"}".formatted(channel));
    }

    /** Registers a channel with one video, and takes it into the ad-revenue programme. */
    void enrolled(String id) {
        channel(id);
        original("v-" + id, id);
        put("/v1/channels/" + id + "/audience", "{\"followers\":200}");
        put("/v1/videos/v-" + id + "/audience/" + today(), "{\"views\":1,\"watchSeconds\":10800000}");
        post("/v1/channels/" + id + "/ad-programme:apply", "");
        Answer approved = decide("POST", "/v1/channels/" + id + "/ad-programme:approve", "");
        assertThat(approved.status()).isEqualTo(200);
    }

    /** Takes a channel into the ad-revenue programme, and turns its memberships on. */
    void withMemberships(String id) {
        enrolled(id);
        Answer enabled = post("/v1/channels/" + id + "/membership-programme:enable", "{\"termsAccepted\":true}");
        assertThat(enabled.status()).as(enabled.body().toString()).isEqualTo(200);
    }

    /** Makes an open tier in rials. */
    void tier(String channel, String id, int rank, String price) {
        Answer put = put("/v1/channels/" + channel + "/tiers/" + id, tierBody(rank, price, ""));
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
    }

    /** The body of a tier in rials, with its perks. */
    static String tierBody(int rank, String price, String perks) {
        return """
               {"name":"Friends","rank":%d,"monthlyPrice":{"amount":"%s","currency":"IRR"},"perks":[%s]}"""
                .formatted(rank, price, perks);
    }
}
