package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers what every request carries, by the type of their parameter. */
public final class ContextArguments implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, Function<HttpServletRequest, Object>> byType;

    /** Arguments by their types, each read from the request. */
    public ContextArguments(Map<Class<?>, Function<HttpServletRequest, Object>> byType) {
        this.byType = Map.copyOf(byType);
    }

    /** Context, page and position. */
    static ContextArguments conventions() {
        return new ContextArguments(Map.of(
                CallContext.class, CallContext::of,
                PageRequest.class, request -> PageRequest.parse(one(request, "limit"), one(request, "cursor")),
                AtLeast.class, request -> AtLeast.parse(one(request, "atLeast"))));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return byType.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return Objects.requireNonNull(byType.get(parameter.getParameterType())).apply(http);
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The parameter " + name + " is given more than once");
        }
        return values == null ? null : values[0];
    }
}
