package dev.creatorledger.command.window;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads batches of impressions as they stream in: a malformed document as a whole, a malformed item alone (A6). */
final class BatchReader {

    private static final int MAX_DEPTH = 32;
    private static final String IMPRESSIONS = "impressions";

    private final JsonFactory json;
    private final int maxItems;

    /** Reads at most so many items of one document, and no text longer than a document may be, in bytes. */
    BatchReader(int maxItems, int maxLength) {
        this.maxItems = maxItems;
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(maxLength)
                        .maxNumberLength(maxLength)
                        .maxNameLength(maxLength)
                        .build())
                .build();
    }

    /**
     * The items of {@code {"impressions": […]}}, in order.
     *
     * @throws Refusal {@code MALFORMED_REQUEST} if the document is something else, {@code PAYLOAD_TOO_LARGE} if it has
     *     too many items
     */
    List<Item> document(byte[] body, int length) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body, 0, length)) {
            List<Item> items = null;
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (name.equals(IMPRESSIONS)) {
                    require(items == null);
                    items = items(parser);
                } else {
                    parser.skipChildren();
                }
            }
            require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
            if (items == null) {
                throw malformed();
            }
            return items;
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private List<Item> items(JsonParser parser) {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        List<Item> items = new ArrayList<>();
        ItemReader reader = new ItemReader();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == maxItems) {
                throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "A batch has at most " + maxItems + " impressions.");
            }
            items.add(reader.read(parser));
        }
        return items;
    }

    /** The item of one line. */
    Item line(byte[] line, int length) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line, 0, length)) {
            parser.nextToken();
            Item item = new ItemReader().read(parser);
            return parser.nextToken() == null ? item : malformedLine();
        } catch (JacksonException e) {
            return malformedLine();
        }
    }

    private static Item malformedLine() {
        return new Item.Invalid(null, null, 0, ItemProblem.MALFORMED_LINE);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(
                ErrorCode.MALFORMED_REQUEST, "The body must be one JSON object with an array \"impressions\".");
    }
}
