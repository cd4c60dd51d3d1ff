package dev.creatorledger.platform.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The key of one person, opened: seals and opens what is known of that person (U7).
 *
 * <p>Sealing is deterministic: the nonce is a MAC, under a sub-key of its own, of what is sealed. So the same text
 * gives the same sealed text, and commands that are repeated compare equal without anybody opening anything.
 */
public final class PersonKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] FOR_TEXTS = "creator-ledger person texts 1".getBytes(UTF_8);
    private static final byte[] FOR_NONCES = "creator-ledger person nonces 1".getBytes(UTF_8);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey texts;
    private final Key nonces;

    private PersonKey(byte[] bytes) {
        Key whole = Aead.macKey(bytes);
        texts = Aead.derived(whole, "AES", FOR_TEXTS);
        nonces = Aead.macKey(Aead.mac(whole, FOR_NONCES));
    }

    /** Bytes for a new key, from the system's own source of chance. */
    static byte[] newBytes() {
        byte[] bytes = new byte[Aead.KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A new key that is kept nowhere. */
    public static PersonKey random() {
        return new PersonKey(newBytes());
    }

    /**
     * The key of these bytes.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    static PersonKey of(byte[] bytes) {
        if (bytes.length != Aead.KEY_BYTES) {
            throw new IllegalArgumentException("a person's key has " + Aead.KEY_BYTES + " bytes");
        }
        return new PersonKey(bytes);
    }

    /** Seals a text as a field of a person. */
    String seal(PersonId person, PersonalField field, String text) {
        byte[] about = about(person, field);
        byte[] clear = text.getBytes(UTF_8);
        byte[] nonce = Arrays.copyOf(Aead.mac(nonces, about, clear), Aead.NONCE_BYTES);
        return Personal.FORMAT_1 + ENCODER.encodeToString(Aead.close(texts, nonce, about, clear));
    }

    /** The text that was sealed with this key, as this field of this person; else nothing. */
    Optional<String> open(Personal personal, PersonalField field) {
        String box = personal.sealed().substring(Personal.FORMAT_1.length());
        return decoded(box)
                .flatMap(bytes -> Aead.open(texts, about(personal.person(), field), bytes))
                .map(clear -> new String(clear, UTF_8));
    }

    private static Optional<byte[]> decoded(String box) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(box));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of a length that no bytes have
        }
    }

    /** No part can hold the character that divides them. */
    private static byte[] about(PersonId person, PersonalField field) {
        return (Personal.FORMAT_1 + '\0' + person.value() + '\0' + field.name() + '\0').getBytes(UTF_8);
    }

    /** Without the key: it must not reach a log. */
    @Override
    public String toString() {
        return "PersonKey";
    }
}
