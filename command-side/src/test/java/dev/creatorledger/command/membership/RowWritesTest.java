package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a batch of events writes to rows is carried out together, and comes to the same. */
class RowWritesTest {

    private static final String INSERT = "insert";
    private static final String UPDATE = "update";
    private static final String DELETE = "delete";

    private final List<String> carriedOut = new ArrayList<>();

    private final RowWrites rows = new RowWrites(new JdbcTemplate() {
        @Override
        public int update(String statement, @Nullable Object @Nullable ... arguments) {
            carriedOut.add(statement + " " + Arrays.toString(arguments));
            return 1;
        }

        @Override
        public int[] batchUpdate(String statement, List<? extends @Nullable Object[]> arguments) {
            carriedOut.add(
                    statement + " " + arguments.stream().map(Arrays::toString).toList());
            return new int[arguments.size()];
        }
    });

    private void inOneUnit(Runnable writes) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        writes.run();
        assertThat(carriedOut).isEmpty();
        unit.commit();
    }

    @Test
    void areCarriedOutAtOnceOutsideOfAUnitOfWork() {
        rows.write("a", UPDATE, 1);
        assertThat(carriedOut).containsExactly("update [1]");
    }

    @Test
    void areCarriedOutTogetherByStatement() {
        inOneUnit(() -> {
            rows.write("a", INSERT, 1);
            rows.write("b", DELETE, 2);
            rows.write("c", INSERT, 3);
        });
        assertThat(carriedOut).containsExactly("insert [[1], [3]]", "delete [[2]]");
    }

    @Test
    void keepTheOrderOfEachRow() {
        inOneUnit(() -> {
            rows.write("a", INSERT, 1);
            rows.write("a", UPDATE, 1, 7);
            rows.write("a", UPDATE, 1, 8);
            rows.write("b", INSERT, 2);
            rows.write("a", DELETE, 1);
            rows.write("b", UPDATE, 2, 9);
        });
        assertThat(carriedOut).containsExactly("insert [[1], [2]]", "update [[1, 7], [1, 8], [2, 9]]", "delete [[1]]");
    }

    @Test
    void areCarriedOutOnceIfTheyAreRepeated() {
        inOneUnit(() -> {
            rows.write("day", INSERT, 1);
            rows.write("a", DELETE, 2);
            rows.write("day", INSERT, 1);
        });
        assertThat(carriedOut).containsExactly("insert [[1]]", "delete [[2]]");
    }

    @Test
    void areForgottenWithTheirUnitOfWork() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        rows.write("a", DELETE, 1);
        unit.rollback();
        assertThat(carriedOut).isEmpty();
    }
}
