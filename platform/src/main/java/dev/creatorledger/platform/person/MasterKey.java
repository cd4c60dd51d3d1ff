package dev.creatorledger.platform.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.platform.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.core.env.Environment;

/** The key that the keys of persons are wrapped with; it is kept apart from them, in the environment or in a file. */
public final class MasterKey {

    /** The environment's name for it: base64 of 32 bytes. */
    public static final String VARIABLE = "LEDGER_MASTER_KEY";

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] FOR_ID = "creator-ledger master id 1".getBytes(UTF_8);
    private static final byte[] FOR_WRAPPING = "creator-ledger master wrap 1".getBytes(UTF_8);

    private final String id;
    private final SecretKey wrapping;

    private MasterKey(byte[] bytes) {
        Key whole = Aead.macKey(bytes);
        id = HexFormat.of().formatHex(Arrays.copyOf(Aead.mac(whole, FOR_ID), ID_BYTES));
        wrapping = Aead.derived(whole, "AES", FOR_WRAPPING);
    }

    /**
     * Reads a key from text.
     *
     * @param place where the text is from, for whoever has to mend it
     * @throws MasterKeyException if it is not the base64 of 32 bytes
     */
    public static MasterKey parse(String base64, String place) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw malformed(place);
        }
        if (bytes.length != Aead.KEY_BYTES) {
            throw malformed(place);
        }
        return new MasterKey(bytes);
    }

    /**
     * Reads a key from a file.
     *
     * @throws MasterKeyException if there is none in it
     */
    public static MasterKey in(Path file) {
        try {
            return parse(Files.readString(file, US_ASCII), file.toString());
        } catch (IOException e) {
            throw new MasterKeyException("The master key cannot be read from " + file + " (" + e + ")");
        }
    }

    /**
     * The key that a process is given: by the environment, or else by a file.
     *
     * @throws MasterKeyException if there is none in either
     */
    public static MasterKey configured(Environment environment, PersonSettings settings) {
        String variable = environment.getProperty(VARIABLE, "");
        if (!variable.isBlank()) {
            return parse(variable, VARIABLE);
        }
        if (settings.masterKeyFile().isBlank()) {
            throw new MasterKeyException("There is no master key for personal data: set " + VARIABLE
                    + " to the base64 of 32 bytes, or let ledger.persons.master-key-file name a file with them");
        }
        return in(Path.of(settings.masterKeyFile()));
    }

    /**
     * Makes a key and keeps it in a file that only its owner may read; one that is there already stays.
     *
     * @throws IOException if it cannot be written
     */
    public static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        PrivateFiles.createFolder(folder);
        PrivateFiles.alone(folder, () -> {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[Aead.KEY_BYTES];
                RANDOM.nextBytes(bytes);
                PrivateFiles.write(file, (Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(US_ASCII));
            }
            return file;
        });
    }

    /** Tells this key from others; derived from it, so it cannot be wrong, and says nothing about it. */
    public String id() {
        return id;
    }

    /** Wraps the key of a person. */
    byte[] wrap(PersonId person, byte[] key) {
        byte[] nonce = new byte[Aead.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Aead.close(wrapping, nonce, person.value().getBytes(UTF_8), key);
    }

    /** The key of a person, if this key wrapped it for that person. */
    Optional<byte[]> unwrap(PersonId person, byte[] wrapped) {
        return Aead.open(wrapping, person.value().getBytes(UTF_8), wrapped);
    }

    /**
     * The key of a person, which this key has wrapped.
     *
     * @throws IllegalStateException if it has not, or what was stored was touched
     */
    PersonKey opened(PersonId person, byte[] wrapped) {
        return unwrap(person, wrapped)
                .map(PersonKey::of)
                .orElseThrow(() -> new IllegalStateException("The stored key of " + person + " does not open"));
    }

    /**
     * Checks that it is the one that the stored keys are wrapped with.
     *
     * @param first that one's id
     * @throws MasterKeyException if it is another one
     */
    void requireSame(String first) {
        if (!id.equals(first)) {
            throw new MasterKeyException("The master key does not open the keys that are stored: it is " + id
                    + ", and they were wrapped with " + first + ". Start with that one ("
                    + VARIABLE + ", or the file that ledger.persons.master-key-file names)");
        }
    }

    private static MasterKeyException malformed(String place) {
        return new MasterKeyException(
                "The master key in " + place + " must be the base64 of " + Aead.KEY_BYTES + " bytes");
    }

    /** Without the key: it must not reach a log. */
    @Override
    public String toString() {
        return "MasterKey " + id;
    }
}
