package dev.creatorledger.platform.store;

import dev.creatorledger.platform.store.StoredEvents.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * One query per type and source, each in the order of its index, and one merge of them: a single condition on
 * several types would be answered by a walk over all positions.
 */
final class SourcesSql {

    private final String range;
    private final List<Object> bounds;
    private final String order;
    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    SourcesSql(String range, List<Object> bounds, String order) {
        this.range = range;
        this.bounds = bounds;
        this.order = order;
    }

    void add(Source source) {
        String stream = source.stream();
        if (stream == null) {
            source.types().stream()
                    .sorted()
                    .forEach(type -> part("payload_type = ?" + JdbcStoredEvents.RARE, List.of(type)));
            return;
        }
        String[] types = source.types().toArray(String[]::new);
        if (stream.endsWith(":")) {
            String end = stream.substring(0, stream.length() - 1) + (char) (':' + 1);
            part(
                    "aggregate_identifier >= ? AND aggregate_identifier < ? AND payload_type = ANY (?)",
                    List.of(stream, end, types));
        } else {
            part("aggregate_identifier = ? AND payload_type = ANY (?)", List.of(stream, types));
        }
    }

    private void part(String condition, List<Object> conditionValues) {
        parts.add('(' + JdbcStoredEvents.SELECT + condition + " AND " + range + " ORDER BY " + order + ')');
        values.addAll(conditionValues);
        values.addAll(bounds);
    }

    String all() {
        return "SELECT * FROM (" + String.join(" UNION ALL ", parts) + ") sources ORDER BY " + order;
    }

    List<Object> values() {
        return values;
    }
}
