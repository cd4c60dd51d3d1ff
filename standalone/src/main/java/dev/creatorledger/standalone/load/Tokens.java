package dev.creatorledger.standalone.load;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds tokens in the data folder of a service that is its own issuer. */
public final class Tokens {

    private Tokens() {}

    /**
     * The token of the role {@code admin}.
     *
     * @throws LoadException if the folder has none
     */
    public static String admin(Path dataFolder) {
        Path file = dataFolder.resolve("tokens.json");
        if (!Files.isReadable(file)) {
            throw new LoadException("no readable " + file + ": is this the data folder of a service that was started?");
        }
        try {
            String token = JsonMapper.shared().readTree(file).path("admin").asString("");
            if (!token.isEmpty()) {
                return token;
            }
        } catch (JacksonException malformed) {
            throw new LoadException(file + " cannot be read: " + malformed.getMessage(), malformed);
        }
        throw new LoadException(file + " holds no token of the role admin");
    }
}
