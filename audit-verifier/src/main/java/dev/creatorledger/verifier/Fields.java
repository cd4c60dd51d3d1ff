package dev.creatorledger.verifier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Takes what must be there out of an object. */
final class Fields {

    private Fields() {}

    static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed("there is no text " + name);
    }

    static long number(Map<String, Object> object, String name) {
        if (object.get(name) instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                // said below
            }
        }
        throw new Malformed("there is no whole number " + name);
    }

    @SuppressWarnings("unchecked") // the reader makes no other maps
    static Map<String, Object> object(Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new Malformed("there is no object " + name);
    }

    static Map<String, Object> object(Map<String, Object> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            throw new Malformed("there is no object " + name);
        }
        return object(value, name);
    }

    static List<?> list(Map<String, Object> object, String name) {
        if (object.get(name) instanceof List<?> list) {
            return list;
        }
        throw new Malformed("there is no list " + name);
    }
}
