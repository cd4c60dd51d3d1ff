package dev.creatorledger.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL of the test run's own with the tables of the service, for tests of tables alone. */
public final class MigratedPostgres {

    private static final EmbeddedPostgres POSTGRES = started();

    private MigratedPostgres() {}

    private static EmbeddedPostgres started() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, with some tables emptied. */
    public static JdbcTemplate without(String... tables) {
        JdbcTemplate jdbc = new JdbcTemplate(POSTGRES.getPostgresDatabase());
        jdbc.execute("TRUNCATE " + String.join(", ", tables));
        return jdbc;
    }
}
