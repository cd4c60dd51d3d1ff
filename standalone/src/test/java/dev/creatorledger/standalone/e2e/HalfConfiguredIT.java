package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.standalone.embedded.DataFolder;
import dev.creatorledger.standalone.embedded.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process on a half configured store does not start, and says what is missing:")
class HalfConfiguredIT {

    private static final String COMMAND_SIDE = "dev.creatorledger.command.CommandSideProcess";
    private static final String QUERY_SIDE = "dev.creatorledger.query.QuerySideProcess";
    private static final String BOTH = "dev.creatorledger.standalone.process.BothSides";

    @TempDir
    private Path folder;

    private static List<String> refused(String mainClass, Map<String, String> settings) {
        try (NodeProcess node = NodeProcess.start(mainClass, settings)) {
            assertThat(node.awaitEnd()).isEqualTo(1);
            return node.output();
        }
    }

    @Test
    @DisplayName("everything at once, where nothing is set")
    void everythingAtOnce() {
        assertThat(refused(BOTH, Map.of()))
                .hasSize(6)
                .allMatch(line -> line.startsWith("ledger does not start: "))
                .anyMatch(line -> line.contains("LEDGER_POSTGRES_URL"))
                .anyMatch(line -> line.contains("LEDGER_POSTGRES_USER"))
                .anyMatch(line -> line.contains("LEDGER_VIEWS_CONNECTION_STRING"))
                .anyMatch(line -> line.contains("LEDGER_MASTER_KEY"))
                .anyMatch(line -> line.contains("ledger.security.issuer-uri"))
                .anyMatch(line -> line.contains("ledger.security.audience"));
    }

    @Test
    @DisplayName("an Axon Server whose address is none")
    void anAxonServer() {
        for (String mainClass : List.of(COMMAND_SIDE, QUERY_SIDE, BOTH)) {
            assertThat(refused(mainClass, Map.of("LEDGER_AXONSERVER_SERVERS", "axonserver")))
                    .anyMatch(line -> line.contains("ledger.axonserver.servers must be like host:8124"));
        }
    }

    @Test
    @DisplayName("stores that do not answer, tables that are not there, the name of a node that runs")
    void storesThatAreNotReady() throws Exception {
        Map<String, String> nobody = new HashMap<>(Map.of(
                "LEDGER_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/ledger",
                "LEDGER_POSTGRES_USER", "ledger",
                "LEDGER_VIEWS_CONNECTION_STRING", "mongodb://127.0.0.1:1/?replicaSet=rs0",
                "LEDGER_VIEWS_CONNECT_WITHIN", "500ms",
                "LEDGER_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "LEDGER_SECURITY_ISSUER_URI", "https://issuer.example",
                "LEDGER_SECURITY_AUDIENCE", "ledger"));
        assertThat(refused(QUERY_SIDE, nobody))
                .hasSize(2)
                .anyMatch(line -> line.contains("PostgreSQL at jdbc:postgresql://127.0.0.1:1/ledger does not answer"))
                .anyMatch(line -> line.contains("MongoDB at 127.0.0.1:1 does not answer"));
        try (DataFolder held = DataFolder.hold(folder);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(held)) {
            Map<String, String> half = new HashMap<>(nobody);
            half.put("LEDGER_POSTGRES_URL", server.jdbcUrl().replaceAll("\\?.*", ""));
            half.put("LEDGER_POSTGRES_USER", server.user());
            half.put("LEDGER_POSTGRES_PASSWORD", "guessed");
            assertThat(refused(COMMAND_SIDE, half))
                    .singleElement()
                    .asString()
                    .contains("does not let postgres in")
                    .doesNotContain("guessed");
            half.put("LEDGER_POSTGRES_PASSWORD", server.password());
            assertThat(refused(QUERY_SIDE, half)).anyMatch(line -> line.contains("has no tables yet"));
            half.put("LEDGER_COMMAND_NODE", "c1");
            try (NodeProcess first = NodeProcess.start(COMMAND_SIDE, half)) {
                first.awaitReady();
                assertThat(refused(COMMAND_SIDE, half))
                        .anyMatch(line -> line.contains("another process runs under the name c1"));
            }
        }
    }
}
