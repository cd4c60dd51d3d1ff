package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private final Outcomes outcomes = new Outcomes();

    @Test
    void addUpOverBatchesWhateverTheOrderOfAnAnswersFields() {
        outcomes.add(3, bytes("{\"position\":\"12\",\"counts\":{\"qualified\":2,\"duplicate\":1},\"outcomes\":[]}"));
        outcomes.add(
                2,
                bytes(
                        "{\"outcomes\":[{\"index\":0}],\"counts\":{\"qualified\":2,\"conflict\":0},\"position\":\"11\"}"));

        assertThat(outcomes.counts()).isEqualTo(Map.of("qualified", 4L, "duplicate", 1L));
        assertThat(outcomes.sent()).isEqualTo(5);
        assertThat(outcomes.answered()).isEqualTo(5);
        assertThat(outcomes.position()).isEqualTo(12);
    }

    @Test
    void keepAnExampleOfWhatIsOutOfTheOrdinary() {
        outcomes.add(
                2,
                bytes("{\"position\":\"12\",\"counts\":{\"invalid\":1,\"qualified\":1},\"outcomes\":["
                        + "{\"index\":0,\"impressionId\":\"a\",\"outcome\":\"qualified\"},"
                        + "{\"index\":1,\"impressionId\":\"b\",\"outcome\":\"invalid\",\"code\":\"CURRENCY\"}]}"));

        assertThat(outcomes.examples()).isEqualTo(Map.of("invalid", "b CURRENCY"));
    }

    @Test
    void showWhenAnAnswerIsShort() {
        outcomes.add(3, bytes("{\"position\":\"12\",\"counts\":{\"qualified\":2}}"));
        assertThat(outcomes.answered()).isNotEqualTo(outcomes.sent());
    }

    @Test
    void refuseAnAnswerThatIsNone() {
        assertThatThrownBy(() -> outcomes.add(1, bytes("<html>"))).isInstanceOf(LoadException.class);
        assertThatThrownBy(() -> outcomes.add(1, bytes("[]"))).isInstanceOf(LoadException.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
