package dev.creatorledger.query.panel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T05:00, 2026-01-31T05:00:00Z",
        "2026-01-31T05:00:07, 2026-01-31T05:00:07Z",
        "2026-01-31T05:00:07Z, 2026-01-31T05:00:07Z",
        "2026-01-31, 2026-01-31",
        "yesterday, yesterday"
    })
    void takesATimeOfAFieldAsUtc(String field, String expected) {
        assertThat(Given.time(field)).isEqualTo(expected);
    }

    @Test
    void takesAnEmptyFieldForNone() {
        assertThat(Given.text("  ")).isNull();
        assertThat(Given.time("")).isNull();
        assertThat(Given.text(null)).isNull();
    }

    @Test
    void makesAddressesThatCannotBeMoreThanOneParameter() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("actor", "a&b=c +{x}");
        parameters.put("type", "");
        parameters.put("to", null);
        assertThat(Given.address("/panel/x", parameters)).isEqualTo("/panel/x?actor=a%26b%3Dc%20%2B%7Bx%7D");
    }
}
