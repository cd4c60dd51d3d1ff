package dev.creatorledger.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.creatorledger.events.LedgerEvent;
import java.util.Arrays;
import java.util.List;

/**
 * The rules of the architecture, for everything below a root package.
 *
 * @param root the package that the modules' packages lie in
 */
record ArchitectureRules(String root) {

    /** Where the machine's own clock may be read, by the beginning of the name below the root, and why. */
    private static final List<String> CLOCK_READERS = List.of(
            // makes the one clock that everybody else is given
            "platform.time.",
            // tokens keep to the machine's clock, whatever the service's is (contract, "Starting it")
            "platform.security.EmbeddedIssuer",
            // identifiers of messages are of UUID version 7: unique, and nothing is decided by them
            "platform.store.TimeOrderedIds",
            // claims of processors expire by real time: the nodes that hold them do
            "query.config.QuerySideConfiguration",
            // clients of the service, outside of it
            "standalone.load.",
            "standalone.demo.");

    /** Where an id may be random: none of these decides anything. */
    private static final List<String> RANDOM_IDS = List.of(
            // a correlation id for callers that sent none
            "platform.web.Correlation",
            // the name of a node, by which it claims tokens
            "query.config.QuerySideConfiguration",
            // clients of the service, outside of it
            "standalone.load.",
            "standalone.demo.");

    List<ArchRule> all() {
        return List.of(
                eventsStandAlone(),
                platformSeesNoSide(),
                commandsDoNotSeeQueries(),
                queriesDoNotSeeCommands(),
                nobodySeesTheTop(),
                aggregatesAreHidden(),
                packagesAreNamedByFeature(),
                classesAreNamedByMeaning(),
                messagesCarryNoSuffix(),
                timeIsInjected(),
                idsAreDerived(),
                eventsAreExact(),
                eventsAreOfASealedVocabulary(),
                personalDataAreSealed(),
                onlyTheCodecSeals(),
                packagesAreNullMarked());
    }

    ArchRule eventsStandAlone() {
        return classes()
                .that(resideInAnyPackage(in("events..")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "com.fasterxml.jackson.annotation..", "org.jspecify.annotations..", in("events..")))
                .as("shared-events depends on the JDK and annotations alone: no Spring, no Axon, no other module")
                .allowEmptyShould(false);
    }

    ArchRule platformSeesNoSide() {
        return noDependency("platform..", "command..", "query..", "standalone..", "benchmarks..");
    }

    ArchRule commandsDoNotSeeQueries() {
        return noDependency("command..", "query..");
    }

    ArchRule queriesDoNotSeeCommands() {
        return noDependency("query..", "command..");
    }

    ArchRule nobodySeesTheTop() {
        return noClasses()
                .that(resideInAnyPackage(in("events.."), in("platform.."), in("command.."), in("query..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(in("standalone.."), in("benchmarks..")))
                .as("nobody depends on standalone or benchmarks");
    }

    ArchRule aggregatesAreHidden() {
        return classes()
                .that(Habits.areAggregates())
                .should()
                .bePackagePrivate()
                .as("aggregates are package-private: Axon finds them, nobody else needs to");
    }

    ArchRule packagesAreNamedByFeature() {
        return noClasses()
                .should()
                .resideInAnyPackage("..service..", "..util..", "..utils..", "..dto..", "..impl..")
                .as("packages are named by feature, never service, util, dto or impl");
    }

    ArchRule classesAreNamedByMeaning() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Dto|DTO|Impl|Utils?|Helper)")
                .as("classes are named by what they mean, not Dto, Impl, Util or Helper");
    }

    ArchRule messagesCarryNoSuffix() {
        return noClasses()
                .that(resideInAnyPackage(in("events.."), in("command..")))
                .and()
                .areNotInterfaces()
                .should()
                .haveNameMatching(".*(Command|Event)")
                .as("commands are imperative and events past tense, without a suffix");
    }

    ArchRule timeIsInjected() {
        return noClasses()
                .that(areNone(CLOCK_READERS))
                .should(Habits.readTheMachinesClock())
                .as("time comes from the injected Clock");
    }

    ArchRule idsAreDerived() {
        return noClasses()
                .that(areNone(RANDOM_IDS))
                .should(Habits.makeRandomIds())
                .as("ids are the client's or derived, never random");
    }

    ArchRule eventsAreExact() {
        return noClasses()
                .that(resideInAnyPackage(in("events..")))
                .should(Habits.holdFloatingPoint())
                .as("no floating point in the published language (M1)");
    }

    ArchRule eventsAreOfASealedVocabulary() {
        return classes()
                .that()
                .areAssignableTo(LedgerEvent.class)
                .and()
                .areNotInterfaces()
                .should(Habits.beRecordsOfASealedInterface())
                .as("events are records nested in the sealed interface of their aggregate");
    }

    ArchRule personalDataAreSealed() {
        return noClasses()
                .that(resideInAnyPackage(in("events..")))
                .should(Habits.holdClearPersonalData())
                .as("names, holders and account numbers are in events as Personal, never as text (U7)");
    }

    ArchRule onlyTheCodecSeals() {
        return noClasses()
                .that(areNone(List.of("platform.person.PersonalCodec")))
                .should(Habits.makePersonalData())
                .as("only the codec makes a Personal, and Jackson of what the codec made (U7)");
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(Habits.liveInANullMarkedPackage())
                .as("every package is @NullMarked");
    }

    private ArchRule noDependency(String from, String... to) {
        String[] targets = Arrays.stream(to).map(this::in).toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(in(from)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(targets))
                .as(from + " sees nothing of " + String.join(", ", to));
    }

    private String in(String packages) {
        return root + "." + packages;
    }

    private DescribedPredicate<JavaClass> areNone(List<String> exceptions) {
        return DescribedPredicate.describe(
                "are none of " + String.join(", ", exceptions),
                type -> exceptions.stream().map(this::in).noneMatch(type.getName()::startsWith));
    }
}
