package dev.creatorledger.platform.store;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the events of decisions: those whose command was given a reason (U6). Impressions are none, whatever theirs says. */
public interface StoredDecisions {

    /**
     * The newest events of decisions, newest first, at most {@code limit}, with {@code position < before}.
     *
     * @param actor who decided; absent: anybody
     */
    List<StoredEvent> newest(@Nullable String actor, long before, int limit);

    /** Those in PostgreSQL, over connections of a source. */
    static StoredDecisions in(DataSource dataSource) {
        return new JdbcStoredDecisions(dataSource);
    }
}
