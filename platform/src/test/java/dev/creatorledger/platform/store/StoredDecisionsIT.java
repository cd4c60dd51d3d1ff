package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class StoredDecisionsIT extends StoredDecisionsContract {

    @Override
    StoredDecisions decisions(TestStore in) {
        return StoredDecisions.in(in.dataSource);
    }

    @Test
    void areFoundAlongTheirIndexes() throws SQLException {
        assertThat(plan("")).contains("domain_event_decision");
        assertThat(plan(" AND md5(substring(meta_data FROM 1 FOR position('\",\"'::bytea IN meta_data))) = 'x'"))
                .contains("domain_event_decision_actor");
    }

    private String plan(String ofActor) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = store.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // A table of nothing would rather be walked.
            statement.execute("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");
            try (ResultSet lines = statement.executeQuery("EXPLAIN SELECT * FROM domain_event WHERE payload_type NOT"
                    + " IN ('ImpressionQualified', 'ImpressionNotQualified')"
                    + " AND position('\"reason\":'::bytea IN meta_data) > 0" + ofActor
                    + " ORDER BY global_index DESC LIMIT 10")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            } finally {
                statement.execute("RESET ALL");
            }
        }
        return plan.toString();
    }
}
