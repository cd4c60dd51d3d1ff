package dev.creatorledger.command.config;

import java.util.Comparator;
import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the aggregates: they are package-private, so nobody can list them. */
final class AggregateTypes {

    private AggregateTypes() {}

    /** The classes marked {@link AggregateRoot} in a package and below, by name. */
    static List<Class<?>> in(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(AggregateRoot.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(found -> found.getBeanClassName())
                .filter(name -> name != null)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, AggregateTypes.class.getClassLoader()))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }
}
