package dev.creatorledger.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the process that runs the embedded PostgreSQL, again and again on the same folder. */
class KillIT {

    private static final int ROUNDS = 5;
    private static final String ACKNOWLEDGED = "acknowledged ";

    @TempDir
    private Path data;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            next = 1
                    + acknowledgedBeforeTheKill(
                            next, ThreadLocalRandom.current().nextInt(20, 300));
            try (DataFolder folder = DataFolder.hold(data);
                    EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
                // One more may be stored than was told: the kill came between the two.
                int kept = count(server);
                assertThat(kept).as("round %d", round).isBetween(next, next + 1);
                next = kept;
            }
        }
    }

    private int acknowledgedBeforeTheKill(int first, int rows) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        data.toString(),
                        Integer.toString(first))
                .redirectErrorStream(true)
                .start();
        int last = first - 1;
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(ACKNOWLEDGED)) {
                    last = Integer.parseInt(line.substring(ACKNOWLEDGED.length()));
                } else {
                    said.append(line).append('\n');
                }
                if (last - first + 1 >= rows) {
                    // SIGKILL; what it has said until then still counts, so its output is read to the end.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor()).as(said.toString()).isEqualTo(137);
        return last;
    }

    private static int count(EmbeddedPostgresServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
