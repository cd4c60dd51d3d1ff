package dev.creatorledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the architecture, and the classes that prove that each rule can fail. */
class ArchitectureTest {

    private static final String ROOT = "dev.creatorledger";
    private static final String BAD = ROOT + ".architecture.violations";

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(BAD);

    @Nested
    class TheProject {

        @ParameterizedTest
        @MethodSource("dev.creatorledger.architecture.ArchitectureTest#rules")
        void keepsEveryRule(ArchRule rule) {
            rule.check(PROJECT);
        }

        @Test
        void isSeenWithAllItsModulesAndWithoutItsTests() {
            Set<String> modules = PROJECT.stream()
                    .map(JavaClass::getPackageName)
                    .filter(name -> name.length() > ROOT.length())
                    .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
                    .collect(Collectors.toSet());
            assertThat(modules)
                    .containsExactlyInAnyOrder("events", "platform", "command", "query", "standalone", "verifier");
        }

        @Test
        void listsEveryVocabularyOfEvents() {
            assertThat(PROJECT.stream()
                            .filter(type -> type.isAssignableTo(LedgerEvent.class) && type.isInterface())
                            .map(JavaClass::getName)
                            .filter(name -> !name.equals(LedgerEvent.class.getName())))
                    .containsExactlyInAnyOrderElementsOf(
                            EventTypes.VOCABULARIES.stream().map(Class::getName).toList());
        }
    }

    @Nested
    class EachRule {

        @ParameterizedTest(name = "{0} by {1}")
        @MethodSource("dev.creatorledger.architecture.ArchitectureTest#broken")
        void isBroken(ArchRule rule, String offender) {
            assertThat(rule.evaluate(VIOLATIONS).getFailureReport().getDetails())
                    .anyMatch(detail -> detail.contains(BAD + "." + offender));
        }

        @Test
        void isBrokenByAClassOfItsOwn() {
            assertThat(broken().map(proof -> ((ArchRule) proof.get()[0]).getDescription()))
                    .containsAll(new ArchitectureRules(BAD)
                            .all().stream().map(ArchRule::getDescription).toList());
        }
    }

    static List<ArchRule> rules() {
        return new ArchitectureRules(ROOT).all();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                by("events.InexactEvent", ArchitectureRules::eventsAreExact),
                by("events.SpringInEvents", ArchitectureRules::eventsStandAlone),
                by("events.StrayEvent", ArchitectureRules::eventsAreOfASealedVocabulary),
                by("events.ClearName", ArchitectureRules::personalDataAreSealed),
                by("command.thing.HomemadeSeal", ArchitectureRules::onlyTheCodecSeals),
                by("platform.store.SideInPlatform", ArchitectureRules::platformSeesNoSide),
                by("command.thing.CommandSeesQuery", ArchitectureRules::commandsDoNotSeeQueries),
                by("query.QuerySeesCommand", ArchitectureRules::queriesDoNotSeeCommands),
                by("query.QuerySeesStandalone", ArchitectureRules::nobodySeesTheTop),
                by("command.thing.PublicAggregate", ArchitectureRules::aggregatesAreHidden),
                by("command.impl.NamedByRole", ArchitectureRules::packagesAreNamedByFeature),
                by("command.thing.ThingDto", ArchitectureRules::classesAreNamedByMeaning),
                by("command.thing.DoThingCommand", ArchitectureRules::messagesCarryNoSuffix),
                by("command.thing.ClockReader", ArchitectureRules::timeIsInjected),
                by("command.thing.RandomId", ArchitectureRules::idsAreDerived),
                by("platform.unmarked.Unmarked", ArchitectureRules::packagesAreNullMarked));
    }

    private static Arguments by(String offender, Function<ArchitectureRules, ArchRule> rule) {
        return Arguments.of(rule.apply(new ArchitectureRules(BAD)), offender);
    }
}
