package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The database's password, made at the first start and kept in the data folder for its owner alone. */
final class ServerPassword {

    private static final String FILE = "postgres.password";
    private static final int BYTES = 24;

    /** Nobody else on the machine gets in: not through a socket file, and over loopback only with the password. */
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final String value;

    private ServerPassword(String value) {
        this.value = value;
    }

    static ServerPassword of(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path draft = Files.createTempFile(
                    dataFolder,
                    FILE,
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(random));
            Files.move(draft, file);
        }
        return new ServerPassword(Files.readString(file).strip());
    }

    String value() {
        return value;
    }

    /** Makes the server ask for it; a new cluster trusts everybody until then. */
    void require(Statement statement, Path cluster) throws SQLException, IOException {
        Path access = cluster.resolve("pg_hba.conf");
        if (Files.readString(access).equals(ACCESS)) {
            return;
        }
        statement.execute("ALTER ROLE postgres PASSWORD '" + value + "'");
        Path draft = Files.writeString(cluster.resolve("pg_hba.draft"), ACCESS);
        Files.move(draft, access, StandardCopyOption.ATOMIC_MOVE);
        statement.execute("SELECT pg_reload_conf()");
    }
}
