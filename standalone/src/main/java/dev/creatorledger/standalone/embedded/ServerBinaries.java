package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL is unpacked: a folder that nobody else on the machine can write to, since what lies there is run.
 *
 * <p>The library would take one in the common folder for temporary files. Ours is the user's cache, so that each data
 * folder after the first starts at once; where there is none, the data folder itself.
 */
final class ServerBinaries {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private ServerBinaries() {}

    /** The folder, below one that only its owner can enter. */
    static Path folder(Path data) throws IOException {
        Path cache = cache();
        if (cache != null) {
            try {
                return closed(cache.resolve("creator-ledger")).resolve("postgres");
            } catch (IOException e) {
                return closed(data.resolve("binaries")).resolve("postgres");
            }
        }
        return closed(data.resolve("binaries")).resolve("postgres");
    }

    private static @Nullable Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String home = System.getProperty("user.home");
        return home == null || home.isBlank() || home.equals("?") ? null : Path.of(home, ".cache");
    }

    private static Path closed(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY); // fails if it is another user's
        return folder;
    }
}
