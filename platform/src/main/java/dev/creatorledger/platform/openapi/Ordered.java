package dev.creatorledger.platform.openapi;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents in an order that never depends on the order of class loading or of files. */
final class Ordered {

    private Ordered() {}

    /** A copy whose paths and components come by name; within them the order is as it was made. */
    static ObjectNode copyOf(ObjectNode document) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        document.properties().forEach(part -> copy.set(part.getKey(), byName(part.getKey(), part.getValue())));
        return copy;
    }

    private static JsonNode byName(String part, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        if (part.equals("paths")) {
            return sorted(object);
        }
        if (part.equals("components")) {
            ObjectNode components = sorted(object);
            components
                    .properties()
                    .forEach(kind -> components.set(kind.getKey(), sorted((ObjectNode) kind.getValue())));
            return components;
        }
        return value;
    }

    private static ObjectNode sorted(ObjectNode object) {
        TreeMap<String, JsonNode> byName = new TreeMap<>();
        object.properties().forEach(property -> byName.put(property.getKey(), property.getValue()));
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        byName.forEach(sorted::set);
        return sorted;
    }
}
