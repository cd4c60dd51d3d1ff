package dev.creatorledger.standalone.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** A process of its own that writes numbers to the embedded PostgreSQL, and says each when it is acknowledged. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String... arguments) throws Exception {
        int first = Integer.parseInt(arguments[1]);
        DataFolder folder = DataFolder.hold(Path.of(arguments[0]));
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)");
            for (int n = first; ; n++) {
                insert.setInt(1, n);
                insert.executeUpdate();
                System.out.println("acknowledged " + n);
            }
        }
    }
}
