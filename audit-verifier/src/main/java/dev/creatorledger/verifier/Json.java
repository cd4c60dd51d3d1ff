package dev.creatorledger.verifier;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of JSON (RFC 8259) into maps, lists, texts, decimal numbers and booleans; {@code null} is left out of maps.
 * A field that stands twice is an error: two readers could see two things in it.
 */
final class Json {

    private static final int DEEPEST = 64;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The object in a text.
     *
     * @throws Malformed if there is none, or anything else
     */
    static Map<String, Object> object(byte[] utf8) {
        return object(utf8, 0, utf8.length);
    }

    /** The object in a part of a text. */
    static Map<String, Object> object(byte[] utf8, int from, int to) {
        Json json = new Json(decoded(utf8, from, to));
        json.space();
        Map<String, Object> object = json.object(0);
        json.space();
        if (json.at != json.text.length()) {
            throw new Malformed("there is something behind the end of the object");
        }
        return object;
    }

    private static String decoded(byte[] utf8, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        space();
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            space();
            String name = string();
            space();
            expect(':');
            Object value = value(depth + 1);
            if (value != NULL && object.put(name, value) != null) {
                throw new Malformed("the field " + name + " stands twice");
            }
            if (!goesOn('}')) {
                return object;
            }
        }
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        expect('[');
        space();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            if (!goesOn(']')) {
                return list;
            }
        }
    }

    private boolean goesOn(char end) {
        space();
        char c = peek();
        at++;
        if (c != ',' && c != end) {
            throw new Malformed("a comma is missing");
        }
        return c == ',';
    }

    private static final Object NULL = new Object();

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("it is nested too deeply");
        }
        space();
        Object value =
                switch (peek()) {
                    case '{' -> object(depth);
                    case '[' -> list(depth);
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", NULL);
                    default -> number();
                };
        space();
        return value;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new Malformed("there is no value");
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw new Malformed("there is no number");
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                throw new Malformed("a control character stands in a text");
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed("there is no such escape");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw new Malformed("there is no such escape");
        }
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(text.charAt(at), HEX);
            if (digit < 0) {
                throw new Malformed("there is no such escape");
            }
            code = HEX * code + digit;
        }
        return (char) code;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new Malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Malformed("a " + c + " is missing");
        }
        at++;
    }
}
