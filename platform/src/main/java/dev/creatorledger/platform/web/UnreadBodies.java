package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds commands that take no body to what holds for the others: none at all, or an object of JSON, whose fields are not
 * known. The framework would not look at what no controller asks for, and whoever sends it would be told that it was fine.
 */
final class UnreadBodies implements HandlerInterceptor {

    private final JsonMapper json;

    UnreadBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getMethod().equals(HttpMethod.GET.name()) || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (Arrays.stream(method.getMethodParameters()).noneMatch(UnreadBodies::readsTheBody)) {
            check(request.getInputStream().readAllBytes(), request.getContentType());
        }
        return true;
    }

    private static boolean readsTheBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                || HttpServletRequest.class.isAssignableFrom(parameter.getParameterType());
    }

    private void check(byte[] body, @Nullable String type) throws HttpMediaTypeNotSupportedException {
        if (body.length == 0) {
            return;
        }
        if (!isJson(type)) {
            throw new HttpMediaTypeNotSupportedException(String.valueOf(type));
        }
        try {
            if (json.readTree(body).isObject()) {
                return;
            }
        } catch (JacksonException e) {
            throw JsonErrors.refusal(e);
        }
        throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not the JSON that is wanted: an object, or none");
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
