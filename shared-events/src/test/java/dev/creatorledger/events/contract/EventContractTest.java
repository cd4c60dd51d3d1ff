package dev.creatorledger.events.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of events never changes without an upcaster: each is held against {@code contract/<EventName>.json}.
 *
 * <p>The files are approved by a reviewer. {@code mvn test -pl shared-events -Dcontract.update=true} writes them anew.
 */
class EventContractTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "contract");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Nested
    class EveryEvent {

        @ParameterizedTest
        @MethodSource("dev.creatorledger.events.contract.EventContractTest#names")
        void isWrittenAsApproved(String name) throws IOException {
            String written = pretty(samplesOf(name)) + "\n";
            Path file = APPROVED.resolve(name + ".json");
            if (UPDATE) {
                Files.createDirectories(APPROVED);
                Files.writeString(file, written, UTF_8);
            }
            assertThat(file).as("the approved form of %s", name).exists();
            assertThat(written).isEqualTo(Files.readString(file, UTF_8));
        }

        @ParameterizedTest
        @MethodSource("dev.creatorledger.events.contract.EventContractTest#names")
        void isReadBackFromItsApprovedForm(String name) throws IOException {
            Class<?> type = Objects.requireNonNull(EventTypes.named(name));
            List<?> read = MAPPER.readValue(
                    Files.readString(APPROVED.resolve(name + ".json"), UTF_8),
                    MAPPER.getTypeFactory().constructCollectionType(List.class, type));
            assertThat(read).isEqualTo(samplesOf(name));
        }

        @ParameterizedTest
        @MethodSource("dev.creatorledger.events.contract.EventContractTest#names")
        void isShownWithAllItsFieldsFirst(String name) throws ReflectiveOperationException {
            LedgerEvent full = samplesOf(name).get(0);
            for (var component : full.getClass().getRecordComponents()) {
                assertThat(component.getAccessor().invoke(full))
                        .as(component.getName())
                        .isNotNull();
            }
        }
    }

    @Nested
    class TheApprovedFiles {

        @Test
        void areOfEventsThatExist() throws IOException {
            try (Stream<Path> files = Files.list(APPROVED)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(
                                names().map(name -> name + ".json").toList());
            }
        }

        @Test
        void haveASampleForEachEvent() {
            assertThat(SampleEvents.byName().keySet())
                    .isEqualTo(EventTypes.all().keySet());
        }
    }

    static Stream<String> names() {
        return EventTypes.all().keySet().stream().sorted();
    }

    private static List<LedgerEvent> samplesOf(String name) {
        return Objects.requireNonNull(SampleEvents.byName().get(name), () -> "no sample of " + name);
    }

    private static String pretty(List<LedgerEvent> samples) {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = MAPPER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(twoSpaces).withArrayIndenter(twoSpaces));
        return writer.writeValueAsString(samples);
    }
}
