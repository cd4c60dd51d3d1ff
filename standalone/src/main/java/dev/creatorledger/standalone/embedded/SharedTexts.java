package dev.creatorledger.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the documents of the double share the texts that come again and again: names of fields, currencies, states. Each
 * request brings texts of its own, and a hundred thousand documents with a dozen fields each would keep them all.
 */
final class SharedTexts {

    /** A power of two. */
    private static final int SLOTS = 4_096;

    /** Longer ones are seldom the same. */
    private static final int LONGEST = 32;

    /** Written without a lock: one that is lost is only kept once more. */
    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /** The same document of shared texts. */
    Document in(Document document) {
        Document shared = new Document();
        for (Map.Entry<String, Object> field : document.entrySet()) {
            shared.put(of(field.getKey()), inValue(field.getValue()));
        }
        return shared;
    }

    /** The same value of shared texts; what is neither a document, a list nor a text is given back as it is. */
    @Nullable
    Object inValue(@Nullable Object value) {
        if (value instanceof Document document) {
            return in(document);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> shared = new ArrayList<>(list.size());
            list.forEach(element -> shared.add(inValue(element)));
            return shared;
        }
        return value instanceof String text ? of(text) : value;
    }

    private String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        String kept = slots[slot];
        if (text.equals(kept)) {
            return kept;
        }
        slots[slot] = text;
        return text;
    }
}
