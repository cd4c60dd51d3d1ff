package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@DisplayName("The server of a test of several nodes")
class ServerChoiceTest {

    private static final String NAME = "LEDGER_IT_POSTGRES";

    private static boolean unasked() {
        throw new AssertionError("nobody needs an engine here");
    }

    @Test
    void isItsOwnUnlessItIsAskedForAnotherOne() {
        assertThat(ServerChoice.of(Map.of(), NAME, ServerChoiceTest::unasked)).isEqualTo(ServerChoice.EMBEDDED);
        assertThat(ServerChoice.of(Map.of(ServerChoice.CONTAINERS, "no"), NAME, ServerChoiceTest::unasked))
                .isEqualTo(ServerChoice.EMBEDDED);
        assertThat(ServerChoice.of(Map.of("LEDGER_IT_MONGO", "mongodb://elsewhere"), NAME, ServerChoiceTest::unasked))
                .isEqualTo(ServerChoice.EMBEDDED);
    }

    @Test
    void isTheNamedOneAlsoWhereContainersAreAskedFor() {
        assertThat(ServerChoice.of(Map.of(NAME, "jdbc:postgresql://db/postgres"), NAME, ServerChoiceTest::unasked))
                .isEqualTo(ServerChoice.NAMED);
        assertThat(ServerChoice.of(
                        Map.of(NAME, "jdbc:postgresql://db/postgres", ServerChoice.CONTAINERS, "true"),
                        NAME,
                        ServerChoiceTest::unasked))
                .isEqualTo(ServerChoice.NAMED);
    }

    @Test
    void isAContainerWhereAnEngineAnswers() {
        assertThat(ServerChoice.of(Map.of(ServerChoice.CONTAINERS, "true"), NAME, () -> true))
                .isEqualTo(ServerChoice.CONTAINER);
    }

    @Test
    void isSkippedAndSaysSoWhereNoEngineAnswers() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> ServerChoice.of(Map.of(ServerChoice.CONTAINERS, "true"), NAME, () -> false))
                .withMessageContaining("no Docker engine answers");
    }
}
