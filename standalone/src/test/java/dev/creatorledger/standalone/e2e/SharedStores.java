package dev.creatorledger.standalone.e2e;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.store.AxonServerConnector;
import dev.creatorledger.platform.store.AxonServerStoredEvents;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.JdbcStoredEvents;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.standalone.embedded.DataFolder;
import dev.creatorledger.standalone.embedded.EmbeddedMongoServer;
import dev.creatorledger.standalone.embedded.EmbeddedPostgresServer;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The stores that nodes of either side share: those that the environment names ({@code LEDGER_IT_POSTGRES}, {@code
 * LEDGER_IT_MONGO}), or ones in containers ({@code LEDGER_IT_CONTAINERS}), else a PostgreSQL and a double of MongoDB of the
 * test's own. Where the environment names an Axon Server ({@code LEDGER_IT_AXONSERVER}), events are there, what stands
 * beside them is on the MongoDB, and there is no PostgreSQL.
 */
final class SharedStores implements AutoCloseable {

    private static final String COMMAND_SIDE = "dev.creatorledger.command.CommandSideProcess";
    private static final String QUERY_SIDE = "dev.creatorledger.query.QuerySideProcess";

    private static final String POSTGRES = "LEDGER_IT_POSTGRES";
    private static final String MONGO = "LEDGER_IT_MONGO";
    private static final String AXON_SERVER = "LEDGER_IT_AXONSERVER";

    private static final Map<Path, SharedStores> OF_FOLDERS = new ConcurrentHashMap<>();

    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private final Map<String, String> postgres;
    private final String mongo;
    private final boolean replicated;
    private final String database = "ledger_" + UUID.randomUUID().toString().replace("-", "");
    private final Path data;
    private final EmbeddedIssuer issuer;

    private SharedStores(Path data) throws IOException, SQLException {
        this.data = data;
        issuer = EmbeddedIssuer.of(data);
        if (axonServer().isEmpty()) {
            System.out.println("LEDGER_IT_AXONSERVER is not set: an Axon Server is skipped, events are in PostgreSQL");
        }
        forgetOtherEvents();
        ServerChoice views = choice(MONGO);
        postgres = axonServer().isEmpty() ? postgres() : Map.of();
        replicated = views != ServerChoice.EMBEDDED;
        mongo = switch (views) {
            case NAMED -> env(MONGO, "");
            case CONTAINER -> mongoInAContainer();
            case EMBEDDED -> doubleOfMongo();
        };
    }

    /** An Axon Server has one context: each test begins with none of another's events (its development mode). */
    private static void forgetOtherEvents() throws IOException {
        if (axonServer().isEmpty()) {
            return;
        }
        String place = env(AXON_SERVER + "_HTTP", "http://" + axonServer().replaceAll(":.*", ":8024"));
        HttpRequest purge = HttpRequest.newBuilder(URI.create(place + "/v1/devmode/purge-events"))
                .DELETE()
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(purge, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("Axon Server keeps its events: " + answer.statusCode() + " " + answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Map<String, String> postgres() throws IOException, SQLException {
        return switch (choice(POSTGRES)) {
            case NAMED ->
                named(env(POSTGRES, ""), env(POSTGRES + "_USER", "postgres"), env(POSTGRES + "_PASSWORD", ""));
            case CONTAINER -> postgresInAContainer();
            case EMBEDDED -> embedded();
        };
    }

    private static String axonServer() {
        return env(AXON_SERVER, "");
    }

    private static ServerChoice choice(String variable) {
        return ServerChoice.of(
                System.getenv(), variable, () -> DockerClientFactory.instance().isDockerAvailable());
    }

    private static String env(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, otherwise);
    }

    private Map<String, String> postgresInAContainer() throws SQLException {
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:18");
        held.push(server);
        server.start();
        String url = server.getJdbcUrl().replaceAll("\\?.*", "");
        return named(url, server.getUsername(), server.getPassword());
    }

    private String mongoInAContainer() {
        MongoDBContainer server = new MongoDBContainer("mongo:8.0").withReplicaSet();
        held.push(server);
        server.start();
        return server.getConnectionString() + "/?directConnection=true";
    }

    /** Whether the environment names the servers of a mode other than the embedded one. */
    static boolean areNamed() {
        return !axonServer().isEmpty() || !env(POSTGRES, "").isEmpty();
    }

    /** Whether what is scheduled comes when the service's clock says so. */
    static boolean wakeByTheServicesClock() {
        return axonServer().isEmpty();
    }

    /** Those of a data folder: the same as long as the tests run. */
    static SharedStores of(Path data) {
        return OF_FOLDERS.computeIfAbsent(data.toAbsolutePath(), folder -> {
            try {
                SharedStores stores = new SharedStores(folder);
                stores.issuer.writeTokens();
                return stores;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("the stores cannot be used", e);
            }
        });
    }

    /** What {@code --mode} they are for. */
    String mode() {
        return axonServer().isEmpty() ? "postgres" : "axonserver";
    }

    /** What a process of both sides is told; it has as many connections as it wants, for it has twice the work. */
    Map<String, String> bothSides() {
        Map<String, String> settings = viewSettings("", database);
        settings.keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE_HIKARI"));
        return settings;
    }

    /** A service in the test's own process: on the stores that the environment names, else on the embedded ones. */
    static LedgerOnAClock onAClock(Path data, Instant at) {
        return areNamed() ? LedgerOnAClock.startOn(of(data).bothSides(), data, at) : LedgerOnAClock.start(data, at);
    }

    static SharedStores start(Path data) throws IOException, SQLException {
        return new SharedStores(data);
    }

    private Map<String, String> embedded() throws IOException {
        System.out.println("LEDGER_IT_POSTGRES is not set: the nodes share an embedded PostgreSQL");
        DataFolder folder = DataFolder.hold(data.resolve("stores"));
        held.push(folder);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
        held.push(server);
        return Map.of(
                "LEDGER_POSTGRES_URL", server.jdbcUrl().replaceAll("\\?.*", ""),
                "LEDGER_POSTGRES_USER", server.user(),
                "LEDGER_POSTGRES_PASSWORD", server.password());
    }

    /** A database of the test's own on a server that runs: {@code jdbc:postgresql://host:port/postgres}. */
    private Map<String, String> named(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return Map.of(
                "LEDGER_POSTGRES_URL", url.substring(0, url.lastIndexOf('/') + 1) + database,
                "LEDGER_POSTGRES_USER", user,
                "LEDGER_POSTGRES_PASSWORD", password);
    }

    private String doubleOfMongo() {
        System.out.println("LEDGER_IT_MONGO is not set: a real MongoDB is skipped, the nodes share a double of it");
        EmbeddedMongoServer server = EmbeddedMongoServer.start();
        held.push(server);
        return server.connectionString();
    }

    /** What every node is told. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(postgres);
        settings.put("LEDGER_SECURITY_KEYS", data.toString());
        settings.put("LEDGER_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("LEDGER_START_PATIENCE", "90s");
        if (!axonServer().isEmpty()) {
            settings.put("LEDGER_AXONSERVER_SERVERS", axonServer());
            settings.put("LEDGER_AXONSERVER_TOKEN", env(AXON_SERVER + "_TOKEN", ""));
            settings.put("LEDGER_MONGO_CONNECTION_STRING", mongo);
            settings.put("LEDGER_MONGO_REPLICATED", Boolean.toString(replicated));
            settings.put("LEDGER_MONGO_DATABASE", database + "_tables");
            settings.put("LEDGER_MONGO_CLAIM_TIME", "3s");
        }
        settings.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "8");
        settings.put("SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "1");
        return settings;
    }

    /** A node of the command side; where the name is the same after a restart, it takes its claims over at once. */
    NodeProcess commandNode(String name) {
        Map<String, String> settings = settings();
        settings.put("LEDGER_COMMAND_NODE", name);
        return NodeProcess.start(COMMAND_SIDE, settings);
    }

    /** A node of the query side on the views that all of them share. */
    NodeProcess queryNode(String name) {
        return NodeProcess.start(QUERY_SIDE, viewSettings(name, database));
    }

    /** A node that makes the views anew, in one segment, beside the others. */
    NodeProcess replay(String name) {
        Map<String, String> settings = viewSettings(name, database + "_replay");
        settings.put("LEDGER_VIEWS_SEGMENTS", "1");
        settings.put("LEDGER_VIEWS_REBUILD_AT_START", "true");
        return NodeProcess.start(QUERY_SIDE, settings);
    }

    private Map<String, String> viewSettings(String name, String views) {
        Map<String, String> settings = settings();
        settings.put("LEDGER_VIEWS_CONNECTION_STRING", mongo);
        settings.put("LEDGER_VIEWS_REPLICATED", Boolean.toString(replicated));
        settings.put("LEDGER_VIEWS_DATABASE", views);
        settings.put("LEDGER_VIEWS_NODE", name);
        settings.put("LEDGER_VIEWS_CLAIM_TIME", "3s");
        return settings;
    }

    /** The name of the views' database that all nodes share, and that of the replay. */
    String views() {
        return database;
    }

    String replayedViews() {
        return database + "_replay";
    }

    MongoClient mongo() {
        return MongoClients.create(mongo);
    }

    /** The events themselves, past every node. */
    StoredEvents events() {
        if (!axonServer().isEmpty()) {
            AxonServerSettings settings = AxonServerSettings.of(env(AXON_SERVER + "_TOKEN", ""), axonServer());
            AxonServerConnector server = new AxonServerConnector(settings, "the test's eye");
            held.push(server);
            return new AxonServerStoredEvents(server, settings, new EventSerializer());
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.get("LEDGER_POSTGRES_URL"));
        source.setUser(postgres.get("LEDGER_POSTGRES_USER"));
        source.setPassword(postgres.get("LEDGER_POSTGRES_PASSWORD"));
        return new JdbcStoredEvents(source);
    }

    /** A caller of a node in a role that acts for nobody in particular. */
    Api as(URI node, String role) {
        return new Api(node, issuer.token(Grant.of(role)));
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a store does not stop", e);
            }
        }
    }
}
