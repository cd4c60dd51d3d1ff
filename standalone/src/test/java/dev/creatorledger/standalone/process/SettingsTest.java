package dev.creatorledger.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The page of settings names every setting, and nothing that is none. */
class SettingsTest {

    private static final String OURS = "dev.creatorledger";

    @Test
    void thePageNamesEverySettingAndNothingElse() throws IOException {
        List<String> told = Files.readAllLines(Path.of("..", "docs", "settings.md"), UTF_8).stream()
                .filter(line -> line.startsWith("| `ledger."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(settings());
    }

    private static List<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> settings = new ArrayList<>();
        scanner.findCandidateComponents(OURS).forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            settings.addAll(settingsOf(prefix, type));
        });
        return settings;
    }

    private static List<String> settingsOf(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> {
                    String name = prefix + "." + kebab(component);
                    Class<?> value = component.getType();
                    return value.isRecord() ? settingsOf(name, value).stream() : List.of(name).stream();
                })
                .toList();
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
