package dev.creatorledger.command.idempotency;

import dev.creatorledger.platform.web.Requested;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a command is about, where its path says it. */
final class Commanded {

    private Commanded() {}

    /**
     * The id whose stream holds what the command has stored; null where a new thing is created in a collection, whose
     * id stands in the body: {@code POST …/payouts}, but not {@code POST …/ad-programme:apply} or {@code POST
     * /v1/backfills/may}.
     */
    static @Nullable String subjectOf(HttpServletRequest request) {
        String subject = Requested.of(request).subject();
        String path = request.getRequestURI();
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean created = request.getMethod().equals("POST") && !last.contains(":") && !last.equals(subject);
        return created ? null : subject;
    }
}
