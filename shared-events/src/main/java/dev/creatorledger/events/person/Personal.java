package dev.creatorledger.events.person;

import java.util.Objects;

/**
 * Personal data as events hold them: sealed under the key of a person, so that the end of the key is the end of them
 * (U7).
 *
 * <p>Two are equal if person, field and text are. Only the platform's codec makes them of a text, and only it opens
 * them.
 *
 * @param person whose they are
 * @param sealed {@code 1.} for the format, then base64url of nonce, cipher text and tag
 */
public record Personal(PersonId person, String sealed) {

    /** What a sealed text of the first format begins with. */
    public static final String FORMAT_1 = "1.";

    /** Nonce and tag of an empty text are 28 bytes; nothing is sealed that is empty. */
    private static final int MIN_CHARACTERS = FORMAT_1.length() + 38;

    private static final int MAX_CHARACTERS = 8_192;

    /**
     * Checks the shape, so that a text that was never sealed does not pass for one that was.
     *
     * @throws IllegalArgumentException if the shape is wrong; the text is not repeated
     */
    public Personal {
        Objects.requireNonNull(person, "person");
        if (!isSealed(sealed)) {
            throw new IllegalArgumentException("not a sealed text of " + person);
        }
    }

    private static boolean isSealed(String text) {
        return text.startsWith(FORMAT_1)
                && text.length() > MIN_CHARACTERS
                && text.length() <= MAX_CHARACTERS
                && text.chars().skip(FORMAT_1.length()).allMatch(Personal::isBase64Url);
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Whose it is, and nothing of what it is. */
    @Override
    public String toString() {
        return "Personal[" + person + "]";
    }
}
