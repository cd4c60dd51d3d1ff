package dev.creatorledger.platform.store;

import dev.creatorledger.platform.store.StoredEvents.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The query for events of some kinds in a range of positions. Where one of the types is frequent, it is one walk over
 * the range; else one query of the index of kinds for each type, and a merge of them.
 *
 * <p>Streams are conditions that no index is made for, so that none of them is ever read from its beginning.
 */
final class KindsSql {

    private static final String RANGE = "global_index > ? AND global_index <= ?";
    private static final String ORDER = " ORDER BY global_index";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private KindsSql() {}

    static KindsSql of(List<Kind> kinds, long after, long upTo) {
        Map<String, Set<String>> streams = new TreeMap<>();
        kinds.forEach(kind -> streams.merge(kind.type(), kind.streams(), KindsSql::either));
        KindsSql sql = new KindsSql();
        if (streams.keySet().stream().anyMatch(StoredEvents.FREQUENT::contains)) {
            sql.walk(streams, after, upTo);
        } else {
            sql.merge(streams, after, upTo);
        }
        return sql;
    }

    /** The streams of both; any, if it is any for one. */
    private static Set<String> either(Set<String> some, Set<String> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return Set.of();
        }
        Set<String> both = new TreeSet<>(some);
        both.addAll(more);
        return both;
    }

    private void walk(Map<String, Set<String>> streams, long after, long upTo) {
        sql.append(JdbcStoredEvents.SELECT).append(RANGE).append(" AND (");
        values.addAll(List.of(after, upTo));
        String or = "";
        for (Map.Entry<String, Set<String>> kind : streams.entrySet()) {
            sql.append(or).append("payload_type = ?");
            values.add(kind.getKey());
            addStreams(kind.getValue());
            or = " OR ";
        }
        sql.append(')').append(ORDER);
    }

    private void merge(Map<String, Set<String>> streams, long after, long upTo) {
        String union = "SELECT * FROM (";
        for (Map.Entry<String, Set<String>> kind : streams.entrySet()) {
            sql.append(union).append('(').append(JdbcStoredEvents.SELECT).append("payload_type = ?");
            sql.append(JdbcStoredEvents.RARE).append(" AND ").append(RANGE);
            values.addAll(List.of(kind.getKey(), after, upTo));
            addStreams(kind.getValue());
            sql.append(ORDER).append(')');
            union = " UNION ALL ";
        }
        sql.append(") kinds").append(ORDER);
    }

    private void addStreams(Set<String> streams) {
        if (streams.isEmpty()) {
            return;
        }
        String[] names = streams.stream().filter(name -> !name.endsWith(":")).toArray(String[]::new);
        sql.append(" AND (aggregate_identifier || '' = ANY (?)");
        values.add(names);
        streams.stream().filter(name -> name.endsWith(":")).sorted().forEach(beginning -> {
            sql.append(" OR left(aggregate_identifier, ?) = ?");
            values.add(beginning.length());
            values.add(beginning);
        });
        sql.append(')');
    }

    String all() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }
}
