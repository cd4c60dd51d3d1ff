package dev.creatorledger.command.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes to rows: within a unit of work all together when it commits, as many of one statement at once as there are,
 * each row's own in their order; outside of one at once.
 */
final class RowWrites {

    private static final String GATHERED = RowWrites.class.getName();

    private final JdbcTemplate jdbc;

    RowWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Carries out a statement that touches one row, whether once or twice.
     *
     * @param row the row, under a name that no other row of any table has
     */
    void write(String row, String statement, @Nullable Object... arguments) {
        if (CurrentUnitOfWork.isStarted()) {
            gathered().add(row, statement, arguments);
        } else {
            jdbc.update(statement, arguments);
        }
    }

    private Gathered gathered() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(GATHERED, key -> {
            Gathered gathered = new Gathered();
            batch.onPrepareCommit(unitOfWork -> gathered.writeBy(jdbc));
            return gathered;
        });
    }

    /** The last write to a row, and in which round it is carried out. */
    private record Last(int round, String statement, List<@Nullable Object> arguments) {}

    /** Writes in rounds: within a round no row is touched by two statements. */
    private static final class Gathered {
        private final List<Map<String, List<@Nullable Object[]>>> rounds = new ArrayList<>();
        private final Map<String, Last> lastByRow = new HashMap<>();

        void add(String row, String statement, @Nullable Object[] arguments) {
            Last last = lastByRow.get(row);
            int round = last == null ? 0 : last.statement().equals(statement) ? last.round() : last.round() + 1;
            Last next = new Last(round, statement, Arrays.asList(arguments));
            if (next.equals(last)) {
                return;
            }
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
            }
            rounds.get(round)
                    .computeIfAbsent(statement, key -> new ArrayList<>())
                    .add(arguments);
            lastByRow.put(row, next);
        }

        void writeBy(JdbcTemplate jdbc) {
            for (Map<String, List<@Nullable Object[]>> round : rounds) {
                round.forEach(jdbc::batchUpdate);
            }
            rounds.clear();
            lastByRow.clear();
        }
    }
}
