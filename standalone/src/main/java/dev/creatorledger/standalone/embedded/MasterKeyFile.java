package dev.creatorledger.standalone.embedded;

import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.MasterKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The master key of a data folder (U7): made before its database, and never again. */
public final class MasterKeyFile {

    private static final String FILE = "keys/master.key";

    private MasterKeyFile() {}

    /**
     * Where the folder's master key is; it is made if the folder is new and the environment gives none.
     *
     * @throws MasterKeyException if it is missing beside a database whose keys only it opens
     * @throws IOException if it cannot be written
     */
    public static Path of(DataFolder folder, Map<String, String> environment) throws IOException {
        Path file = folder.path().resolve(FILE);
        boolean given = !environment.getOrDefault(MasterKey.VARIABLE, "").isBlank();
        if (!given && !Files.exists(file)) {
            if (EmbeddedPostgresServer.isMadeIn(folder)) {
                throw new MasterKeyException("The master key " + file
                        + " is missing, and the database beside it holds keys that nothing else opens: put it back");
            }
            MasterKey.make(file);
        }
        return file;
    }
}
