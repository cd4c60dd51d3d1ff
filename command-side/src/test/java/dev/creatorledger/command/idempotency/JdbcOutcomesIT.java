package dev.creatorledger.command.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcOutcomesIT extends OutcomesContract {

    private final HikariDataSource dataSource = new HikariDataSource();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    @AfterAll
    void stop() throws IOException {
        dataSource.close();
        postgres.close();
    }

    @BeforeEach
    void empty() {
        new JdbcTemplate(dataSource).execute("TRUNCATE idempotency_key");
    }

    @Override
    Outcomes node(String name) {
        return new JdbcOutcomes(new JdbcTemplate(dataSource), name, SETTINGS);
    }
}
