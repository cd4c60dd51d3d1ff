package dev.creatorledger.command.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.command.CommandSide;
import dev.creatorledger.command.TestClock;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.Readiness;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command side behind HTTP, on a PostgreSQL of the test run's own, that can end and start again. */
final class KeyedService implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-15T12:30:00Z");

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final EmbeddedPostgres POSTGRES = started();
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HikariDataSource dataSource = new HikariDataSource();
    private final TestClock clock = new TestClock(NOW);
    private final EmbeddedIssuer issuer = issuer();
    private @Nullable ServletWebServerApplicationContext context;

    /** A service that knows nothing yet, started as a node of this name. */
    KeyedService(String node) {
        dataSource.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", "postgres"));
        dataSource.setMaximumPoolSize(20);
        Flyway.configure().dataSource(dataSource).load().migrate();
        database()
                .execute("TRUNCATE domain_event, token_entry, due_window, due_backfill, due_deadline, idempotency_key,"
                        + " saga_entry, association_value_entry, scheduled_tasks,"
                        + " persons.person_key, persons.master_key");
        start(node);
    }

    // No @Configuration: every command side of a test scans this package, and must not find these parts.
    @Import({PlatformConfiguration.class, EventStoreConfiguration.class, PersonConfiguration.class, CommandSide.class})
    static class Parts {

        @Bean
        JwtDecoder decoder(EmbeddedIssuer issuer) {
            return issuer.decoder();
        }

        @Bean
        @Primary
        FailingOutcomes failingOutcomes(Outcomes outcomes) {
            return new FailingOutcomes(outcomes);
        }
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedIssuer issuer() {
        try {
            return EmbeddedIssuer.of(Files.createTempDirectory("keys-test").resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String node) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        ApplicationContextInitializer<GenericApplicationContext> given = starting -> {
            starting.registerBean(DataSource.class, () -> dataSource, bean -> bean.setDestroyMethodName(""));
            starting.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
            starting.registerBean(EmbeddedIssuer.class, () -> issuer);
            starting.registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        };
        application.addInitializers(given);
        // What is done of itself after a command must not come between what is counted here.
        application.setDefaultProperties(Map.of(
                "server.port",
                "0",
                "ledger.command.node",
                node,
                "ledger.memberships.every",
                "1h",
                MasterKey.VARIABLE,
                MASTER_KEY));
        context = (ServletWebServerApplicationContext) application.run();
        GenericEventMessage.clock = clock;
        awaitReady(part(Readiness.class));
    }

    private static void awaitReady(Readiness readiness) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!readiness.reached()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("the service does not become ready");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Ends this life of the node, and begins another one, or one of another node. */
    void restartAs(String node) {
        stop();
        start(node);
    }

    private void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        stop();
        dataSource.close();
    }

    TestClock clock() {
        return clock;
    }

    JdbcTemplate database() {
        return new JdbcTemplate(dataSource);
    }

    <T> T part(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    /** The types of everything stored, in order. */
    List<String> stored() {
        List<String> types = new ArrayList<>();
        StoredEvents events = part(StoredEvents.class);
        events.read(0, events.head(), event -> types.add(event.type()));
        return types;
    }

    /** The newest event of a type. */
    StoredEvent newest(String type) {
        return part(StoredEvents.class).newest(type, Long.MAX_VALUE, 1).get(0);
    }

    /** An answer: what it says, and whether it was given before. */
    record Answer(int status, String body, boolean replayed) {

        String code() {
            return read().path("code").asString("");
        }

        JsonNode read() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** A request of a role, with a reason, under a key if there is one. */
    HttpRequest.Builder request(String role, @Nullable String key, String method, String path, String body) {
        return request(role, key, path)
                .header("X-Reason", "because")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String role, @Nullable String key, String path) {
        var server = Objects.requireNonNull(Objects.requireNonNull(context).getWebServer());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .header("Authorization", "Bearer " + issuer.token(Grant.of(role)))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header(KeyedRequest.HEADER, key);
        }
        return request;
    }

    Answer post(@Nullable String key, String path, String body) {
        return send(request("admin", key, "POST", path, body));
    }

    Answer put(@Nullable String key, String path, String body) {
        return send(request("admin", key, "PUT", path, body));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean replayed =
                    response.headers().firstValue(IdempotencyGate.REPLAYED).isPresent();
            return new Answer(response.statusCode(), response.body(), replayed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
