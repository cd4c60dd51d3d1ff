package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.StreamId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The events of an aggregate are found under its identifier as callers write it, whatever it is (U1). */
class StreamKindsTest {

    @Test
    void everyKindOfStreamIsLookedFor() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(StreamId.class));
        var kinds = scanner.findCandidateComponents("dev.creatorledger.events");
        assertThat(kinds).isNotEmpty();
        for (var kind : kinds) {
            Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(kind.getBeanClassName()), null);
            assertThat(StreamKinds.PREFIXES).as(type.getSimpleName()).contains((String)
                    type.getField("PREFIX").get(null));
        }
    }
}
