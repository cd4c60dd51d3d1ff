package dev.creatorledger.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.security.Role;
import dev.creatorledger.platform.security.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in where: every role at every route of the table, tokens that are none, and what is never shown. */
class AccessIT {

    private static final String OWN = "ch-own";
    private static final List<String> BOUND = List.of(Role.CREATOR, Role.NETWORK, Role.MEMBER);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start(data);
        assertThat(ledger.as("operator")
                        .put("/v1/channels/" + OWN, Stage.channelBody("Own"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static Api as(String role) {
        return BOUND.contains(role) ? actingFor(role, OWN) : ledger.as(role);
    }

    private static Api actingFor(String role, String whom) {
        try {
            return ledger.with(EmbeddedIssuer.of(data).token(Grant.of(role, whom)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<RouteTable.Route> routes() {
        return RouteTable.all().stream()
                .filter(route -> route.pattern().getPatternString().startsWith("/v1/"))
                .toList();
    }

    /** A request by a route: well-formed in its path, with nothing in it that a command could be made of. */
    private static Api.Answer ask(Api caller, RouteTable.Route route, String channel) {
        String path = route.pattern()
                .getPatternString()
                .replace("{channelId}", channel)
                .replace("{date}", "2026-01-31")
                .replaceAll("\\{\\w+}", OWN);
        return caller.send(
                route.method().name(),
                path,
                route.method().name().equals("GET") ? null : "{\"shareBps\":\"none\",",
                null,
                "application/json");
    }

    @Nested
    class Roles {

        @Test
        void openTheRoutesThatNameThemAndNoOthers() {
            SoftAssertions all = new SoftAssertions();
            for (RouteTable.Route route : routes()) {
                for (String role : Role.ALL) {
                    Api.Answer answer = ask(as(role), route, OWN);
                    String what = role + " at " + route.method() + " " + route.pattern() + ": " + answer.text();
                    if (route.roles().contains(role)) {
                        all.assertThat(answer.status()).as(what).isNotIn(401, 403);
                    } else {
                        all.assertThat(answer.status()).as(what).isEqualTo(403);
                        all.assertThat(answer.code()).as(what).isEqualTo("FORBIDDEN");
                    }
                }
            }
            all.assertAll();
        }

        @Test
        void areNotAskedForWhereThereIsNoToken() {
            SoftAssertions all = new SoftAssertions();
            for (RouteTable.Route route : routes()) {
                all.assertThat(ask(ledger.with(""), route, OWN).status())
                        .as(route.toString())
                        .isEqualTo(401);
            }
            all.assertAll();
        }

        @Test
        void ofCreatorsOpenTheirOwnChannelAlone() {
            Api another = actingFor(Role.CREATOR, "ch-another");
            SoftAssertions all = new SoftAssertions();
            routes().stream()
                    .filter(route -> route.roles().contains(Role.CREATOR))
                    .filter(route -> route.pattern().getPatternString().contains("{channelId}"))
                    .forEach(route -> {
                        Api.Answer answer = ask(another, route, OWN);
                        all.assertThat(answer.status())
                                .as("%s: %s", route, answer.text())
                                .isIn(403, 404);
                        all.assertThat(answer.text()).as(route.toString()).doesNotContain("Sara Ahmadi");
                    });
            all.assertAll();
        }
    }

    @Nested
    class Tokens {

        private long refused() {
            Api.Answer metric =
                    ledger.as("admin").get("/actuator/metrics/ledger.http.problems?tag=code:UNAUTHENTICATED");
            return metric.body().path("measurements").path(0).path("value").asLong(0);
        }

        @Test
        void thatAreNoneAreTurnedAwayAndCounted() throws Exception {
            ForgedTokens forged = new ForgedTokens(data.resolve("keys/token-signing.pem"), ledger.token("admin"));
            assertThat(ledger.with(forged.good()).get("/v1/audit/events").status())
                    .isEqualTo(200);
            ledger.with("").get("/v1/audit/events");
            long before = refused();
            Map<String, String> bad = forged.bad();
            SoftAssertions all = new SoftAssertions();
            bad.forEach((what, token) -> {
                Api.Answer answer = ledger.with(token).get("/v1/audit/events");
                all.assertThat(answer.status()).as(what).isEqualTo(401);
                all.assertThat(answer.code()).as(what).isEqualTo("UNAUTHENTICATED");
            });
            all.assertAll();
            assertThat(refused() - before).isEqualTo(bad.size());
        }
    }

    @Nested
    class Operations {

        @Test
        void showHealthToEverybodyAndItsDetailsToTheAdmin() {
            assertThat(ledger.with("").get("/actuator/health").text())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components");
            assertThat(ledger.as("operator").get("/actuator/health").text())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components");
            assertThat(ledger.as("admin").get("/actuator/health").text()).contains("components");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/prometheus", "/actuator/metrics", "/actuator/info", "/actuator/health/db"})
        void showFiguresToTheAdminAlone(String path) {
            assertThat(ledger.with("").get(path).status()).isEqualTo(401);
            Role.ALL.stream()
                    .filter(role -> !role.equals(Role.ADMIN))
                    .forEach(role ->
                            assertThat(as(role).get(path).status()).as(role).isEqualTo(403));
            assertThat(ledger.as("admin").get(path).status()).isIn(200, 404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "env",
                    "heapdump",
                    "threaddump",
                    "loggers",
                    "configprops",
                    "beans",
                    "mappings",
                    "conditions",
                    "shutdown",
                    "caches",
                    "scheduledtasks",
                    "flyway",
                    "httpexchanges",
                    "logfile",
                    "startup"
                })
        void haveNothingThatShowsTheInside(String endpoint) {
            assertThat(ledger.with("").get("/actuator/" + endpoint).status()).isEqualTo(401);
            assertThat(ledger.as("admin").get("/actuator/" + endpoint).status()).isEqualTo(404);
            assertThat(ledger.as("admin").post("/actuator/" + endpoint, "{}").status())
                    .isIn(404, 405);
        }
    }

    @Nested
    class Docs {

        @Test
        void areOpenToEverybodyUnderAPolicyThatLetsNothingElseIn() throws IOException {
            RawHttp http = new RawHttp(ledger.address());
            for (String file : List.of("index.html", "start.js", "swagger-ui-bundle.js", "swagger-ui.css")) {
                RawHttp.Answer answer =
                        http.send("GET /docs/" + file + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                assertThat(answer.status()).as(file).isEqualTo(200);
                assertThat(answer.header("Content-Security-Policy"))
                        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
                assertThat(answer.text()).as(file).isNotEmpty();
            }
            for (String way : List.of("/docs", "/docs/")) {
                String page = http.send("GET " + way + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .header("Location");
                assertThat(page).as(way).endsWith("/docs/index.html");
            }
            assertThat(Files.readString(Path.of("src/main/resources/docs/index.html"), UTF_8))
                    .doesNotContain("<script>", "onload", "http://", "https://");
        }

        @Test
        void showNothingElse() {
            assertThat(ledger.with("").get("/docs/../tokens.json").status()).isIn(400, 401, 404);
            assertThat(ledger.with("").get("/docs/errors").status()).isEqualTo(404);
            assertThat(ledger.with("").post("/openapi.json", "{}").status()).isEqualTo(401);
            assertThat(ledger.with("").get("/openapi.json.yaml").status()).isEqualTo(401);
        }
    }
}
