package dev.creatorledger.verifier;

import dev.creatorledger.verifier.ExportedEvent.Part;
import java.nio.charset.StandardCharsets;

/** Reads one line from left to right, and knows one way to write each field. */
final class LineScanner {

    private static final int HASH_LENGTH = 32;
    private static final int HEX = 16;

    private final byte[] line;
    private int at;

    LineScanner(byte[] line) {
        this.line = line;
    }

    byte[] line() {
        return line;
    }

    /** A whole number from 0, without leading zeros. */
    long number(String before) {
        expect(before);
        int from = at;
        long value = 0;
        while (at < line.length && line[at] >= '0' && line[at] <= '9') {
            if (at - from >= 18) {
                throw new Malformed("a number is too large");
            }
            value = 10 * value + line[at++] - '0';
        }
        if (at == from || (line[from] == '0' && at > from + 1)) {
            throw new Malformed("there is no number after " + before);
        }
        return value;
    }

    /** 32 bytes in lower-case hex. */
    byte[] hash(String before) {
        expect(before);
        if (at + 2 * HASH_LENGTH >= line.length) {
            throw new Malformed("there is no hash after " + before);
        }
        byte[] hash = new byte[HASH_LENGTH];
        for (int i = 0; i < HASH_LENGTH; i++) {
            hash[i] = (byte) (HEX * digit(line[at++]) + digit(line[at++]));
        }
        expect("\"");
        return hash;
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        throw new Malformed("there is no lower-case hex in a hash");
    }

    /** A text in which nothing has to be escaped. */
    Part text(String before) {
        expect(before);
        int from = at;
        while (at < line.length && line[at] != '"') {
            if (line[at] == '\\' || (line[at] >= 0 && line[at] < ' ')) {
                throw new Malformed("there is something escaped after " + before);
            }
            at++;
        }
        Part text = new Part(from, at);
        expect("\"");
        return text;
    }

    /** An object as it stands there; only where it ends is looked for. */
    Part object(String before) {
        expect(before);
        int from = at;
        if (at >= line.length || line[at] != '{') {
            throw new Malformed("there is no object after " + before);
        }
        int depth = 0;
        do {
            if (at >= line.length) {
                throw new Malformed("the object after " + before + " has no end");
            }
            byte c = line[at++];
            if (c == '"') {
                skipText(before);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        } while (depth > 0);
        return new Part(from, at);
    }

    private void skipText(String before) {
        while (at < line.length && line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        if (at >= line.length) {
            throw new Malformed("a text in the object after " + before + " has no end");
        }
        at++;
    }

    void end(String last) {
        expect(last);
        if (at != line.length) {
            throw new Malformed("there is something behind its end");
        }
    }

    private void expect(String text) {
        if (at + text.length() > line.length) {
            throw new Malformed("it ends where " + text + " should stand");
        }
        for (int i = 0; i < text.length(); i++) {
            if (line[at + i] != text.charAt(i)) {
                throw new Malformed("in place of " + text + " stands "
                        + new String(line, at, text.length(), StandardCharsets.UTF_8));
            }
        }
        at += text.length();
    }
}
