package dev.creatorledger.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of memberships names every scenario's test, and none that is not there. */
class ScenarioTableTest {

    private static final Pattern SHOWN_BY = Pattern.compile("`(\\w+)` `(\\w+)` \\|$");

    private static final List<Class<?>> SCENARIOS = List.of(
            BillingScenarios.class,
            PauseScenarios.class,
            EndingScenarios.class,
            ProgrammeScenarios.class,
            MembershipsAcrossRestartsIT.class);

    @Test
    void thePageNamesEveryScenarioAndNothingElse() throws IOException {
        Stream<String> told = Files.readAllLines(Path.of("..", "docs", "memberships.md"), UTF_8).stream()
                .flatMap(line -> SHOWN_BY.matcher(line).results())
                .map(ScenarioTableTest::name);
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        SCENARIOS.stream().flatMap(ScenarioTableTest::tests).toList());
    }

    private static String name(MatchResult shownBy) {
        return shownBy.group(1) + "." + shownBy.group(2);
    }

    private static Stream<String> tests(Class<?> scenarios) {
        return Arrays.stream(scenarios.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> scenarios.getSimpleName() + "." + method.getName());
    }
}
