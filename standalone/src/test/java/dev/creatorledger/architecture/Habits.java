package dev.creatorledger.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.creatorledger.events.person.Personal;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullMarked;

/** Conditions that ArchUnit does not bring along. */
final class Habits {

    private static final Set<String> FLOATING_POINT =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.math.BigDecimal");

    private static final Pattern PERSONAL =
            Pattern.compile(".*(name|holder|iban|account|phone|e?mail|address)", Pattern.CASE_INSENSITIVE);

    private Habits() {}

    static DescribedPredicate<JavaClass> areAggregates() {
        return DescribedPredicate.describe("are aggregates", type -> type.getFields().stream()
                .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));
    }

    /** {@code now()} of anything in {@code java.time} without a clock, the system's clocks, and the old ways. */
    static ArchCondition<JavaClass> readTheMachinesClock() {
        return calls("read the machine's clock", Habits::readsClock);
    }

    static ArchCondition<JavaClass> makeRandomIds() {
        return calls("make random ids", call -> calls(call, UUID.class, "randomUUID"));
    }

    /** As field, parameter or result; a local {@code BigDecimal} for printing is nobody's business. */
    static ArchCondition<JavaClass> holdFloatingPoint() {
        return condition("hold or hand over floating point", (type, violated) -> {
            for (JavaField field : type.getFields()) {
                if (FLOATING_POINT.contains(field.getRawType().getName())) {
                    violated.accept(field.getDescription());
                }
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .filter(used -> FLOATING_POINT.contains(used.getName()))
                        .forEach(used -> violated.accept(unit.getDescription()));
            }
        });
    }

    /** Text under the name of what is personal; what things are called is a title. */
    static ArchCondition<JavaClass> holdClearPersonalData() {
        return condition("hold personal data in clear", (type, violated) -> type.getFields().stream()
                .filter(field ->
                        CharSequence.class.isAssignableFrom(field.getRawType().reflect()))
                .filter(field -> PERSONAL.matcher(field.getName()).matches())
                .forEach(field -> violated.accept(field.getDescription())));
    }

    static ArchCondition<JavaClass> makePersonalData() {
        return condition("make personal data of a text", (type, violated) -> Stream.concat(
                        type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream())
                .filter(made -> made.getTargetOwner().isEquivalentTo(Personal.class))
                .forEach(made -> violated.accept(made.getDescription())));
    }

    static ArchCondition<JavaClass> beRecordsOfASealedInterface() {
        return unless(
                "be records of a sealed interface",
                type -> type.isRecord()
                        && type.getEnclosingClass()
                                .filter(outer ->
                                        outer.isInterface() && outer.reflect().isSealed())
                                .isPresent());
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return unless("live in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static boolean readsClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return (owner.getPackageName().equals("java.time") && call.getName().equals("now") && withoutClock)
                || (owner.isEquivalentTo(Clock.class)
                        && call.getName().matches("system.*|tick(Millis|Seconds|Minutes)"))
                || calls(call, System.class, "currentTimeMillis");
    }

    private static boolean calls(JavaMethodCall call, Class<?> owner, String method) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method);
    }

    private static ArchCondition<JavaClass> calls(String description, Predicate<JavaMethodCall> bad) {
        return condition(description, (type, violated) -> type.getMethodCallsFromSelf().stream()
                .filter(bad)
                .forEach(call -> violated.accept(call.getDescription())));
    }

    /** A condition that the rules negate ({@code noClasses().should(…)}): what is found satisfies it. */
    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Consumer<String>> find) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                find.accept(type, found -> events.add(SimpleConditionEvent.satisfied(type, found)));
            }
        };
    }

    private static ArchCondition<JavaClass> unless(String description, Predicate<JavaClass> good) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!good.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " should " + description));
                }
            }
        };
    }
}
