package dev.creatorledger.command.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Streams of which a unit of work knows that they have not begun, so that none of them is looked for alone. If somebody
 * begins one meanwhile, the unit of work loses that race when it is stored, as if it had looked itself.
 */
final class AbsentStreams {

    private static final String RESOURCE = AbsentStreams.class.getName();

    private AbsentStreams() {}

    /** Notes for a root unit of work that these have not begun. */
    static void note(UnitOfWork<?> root, Collection<String> streams) {
        root.<Set<String>>getOrComputeResource(RESOURCE, key -> new HashSet<>()).addAll(streams);
    }

    /** Whether it knows that a stream has not begun. */
    static boolean has(UnitOfWork<?> root, String stream) {
        Set<String> absent = root.getResource(RESOURCE);
        return absent != null && absent.contains(stream);
    }
}
