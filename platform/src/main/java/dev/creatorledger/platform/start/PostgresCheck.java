package dev.creatorledger.platform.start;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;

/** Whether the PostgreSQL of the events is there, keeps what it acknowledges, and has tables that this code knows. */
public final class PostgresCheck implements StartCheck {

    private static final int PATIENCE_SECONDS = 5;
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:(//[^/?]+/)?[^/?]+(\\?.*)?");

    /** What must not be off for an acknowledged commit to survive a crash of the machine. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String FOREIGN = "SELECT count(*) FROM information_schema.tables"
            + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
            + " AND table_name <> 'flyway_schema_history'";

    private final boolean migrates;

    private PostgresCheck(boolean migrates) {
        this.migrates = migrates;
    }

    /** For a process that brings the tables up to date itself. */
    public static PostgresCheck migrating() {
        return new PostgresCheck(true);
    }

    /** For a process that needs tables which others keep up to date. */
    public static PostgresCheck reading() {
        return new PostgresCheck(false);
    }

    @Override
    public List<String> missing(Environment environment) {
        PostgresSettings settings = Settings.of(environment, PostgresSettings.class);
        List<String> missing = new ArrayList<>();
        if (settings.url() == null || settings.url().isBlank()) {
            missing.add("ledger.postgres.url (LEDGER_POSTGRES_URL) is not set: it names the PostgreSQL of the events,"
                    + " as jdbc:postgresql://host:5432/ledger");
        } else if (!URL.matcher(settings.url()).matches()) {
            missing.add("ledger.postgres.url must be like jdbc:postgresql://host:5432/ledger");
        }
        if (settings.user() == null || settings.user().isBlank()) {
            missing.add("ledger.postgres.user (LEDGER_POSTGRES_USER) is not set: it names whom to connect as");
        }
        if (settings.passwordFile() != null && !Files.isReadable(settings.passwordFile())) {
            missing.add("ledger.postgres.password-file names " + settings.passwordFile() + ", which cannot be read");
        }
        return missing;
    }

    @Override
    public List<String> wrong(Environment environment) {
        PostgresSettings settings = Settings.of(environment, PostgresSettings.class);
        String place = "PostgreSQL at " + String.valueOf(settings.url()).replaceAll("\\?.*", "");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(String.valueOf(settings.url()));
        source.setUser(settings.user());
        source.setPassword(settings.secret());
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setLoginTimeout(PATIENCE_SECONDS);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> wrong = new ArrayList<>(durability(place, statement));
            if (wrong.isEmpty()) {
                wrong.addAll(tables(place, statement, source));
            }
            return wrong;
        } catch (SQLException e) {
            return List.of(notReached(place, settings, e));
        }
    }

    private static String notReached(String place, PostgresSettings settings, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return place + " does not let " + settings.user() + " in; see ledger.postgres.password-file";
        }
        if (state.equals("3D000")) {
            return place + " has no such database";
        }
        return place + " does not answer: " + firstLine(e);
    }

    private static List<String> durability(String place, Statement statement) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String setting : DURABLE) {
            try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                if (!row.next() || row.getString(1).equals("off")) {
                    wrong.add(place + " has " + setting + " off: acknowledged money could be lost; turn it on");
                }
            }
        }
        return wrong;
    }

    private List<String> tables(String place, Statement statement, PGSimpleDataSource source) throws SQLException {
        MigrationInfo[] all;
        try {
            all = Flyway.configure().dataSource(source).load().info().all();
        } catch (FlywayException e) {
            return List.of("The tables of " + place + " cannot be looked at: " + firstLine(e));
        }
        if (is(all, MigrationState.FUTURE_SUCCESS)) {
            return List.of(place + " has tables of a newer version than this program: start that version, or newer");
        }
        if (Arrays.stream(all).anyMatch(one -> one.getState().isFailed())) {
            return List.of(place + " has a migration that failed half way: restore it from a backup, or repair it");
        }
        boolean empty = Arrays.stream(all).noneMatch(one -> one.getState().isApplied());
        if (empty && count(statement) > 0) {
            return List.of(place + " holds tables that are not the ledger's: name an empty database");
        }
        if (!migrates && is(all, MigrationState.PENDING)) {
            return List.of(place + (empty ? " has no tables yet" : " has tables of an older version")
                    + ": start a node of the command side of this version first, which makes them");
        }
        return List.of();
    }

    private static boolean is(MigrationInfo[] all, MigrationState state) {
        return Arrays.stream(all).anyMatch(one -> one.getState() == state);
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(FOREIGN)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it gives no reason");
    }
}
