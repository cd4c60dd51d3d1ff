package dev.creatorledger.query.panel.operator;

import dev.creatorledger.platform.security.Role;
import dev.creatorledger.query.deadletter.DeadLetterRoutes;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.view.ViewGroup;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of operators. */
@Configuration(proxyBeanMethods = false)
public class OperatorConfiguration {

    private static final int FIRST = 10;

    @Bean
    Section operatorSection() {
        return new Section(
                "operator",
                FIRST,
                OperatorPages.HOME,
                List.of(OperatorPages.HOME, OperatorPages.HOME + "/**"),
                Set.of(Role.OPERATOR, Role.ADMIN));
    }

    @Bean
    OperatorPages operatorPages(MeterRegistry registry, List<ViewGroup> groups, DeadLetterRoutes letters) {
        return new OperatorPages(new Figures(registry, groups), letters);
    }
}
