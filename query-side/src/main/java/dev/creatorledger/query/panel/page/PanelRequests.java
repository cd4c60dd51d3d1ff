package dev.creatorledger.query.panel.page;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.Readiness;
import dev.creatorledger.platform.web.Requested;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Notes what a request for a page asks for, in the words of the log and of the record (U1); none before all is ready. */
public final class PanelRequests implements HandlerInterceptor {

    private final Readiness readiness;

    /** Pages are shown once the views have caught up. */
    public PanelRequests(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        new Requested(request.getMethod() + ' ' + pattern, subject(request), false).in(request);
        if (!readiness.reached()) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is starting: its views have not caught up yet");
        }
        return true;
    }

    private static @Nullable String subject(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map
                        && map.get("channelId") instanceof String id
                        && StreamId.isWellFormed(id)
                ? id
                : null;
    }
}
