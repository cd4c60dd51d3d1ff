package dev.creatorledger.platform.web;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** The one place where what goes wrong in a controller becomes an answer. */
@RestControllerAdvice
@Order(ProblemAdvice.ORDER)
final class ProblemAdvice {

    /** Before everything of the framework, and behind an advice for controllers that answer people. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final List<StoreAway> stores;

    ProblemAdvice(Problems problems, ObjectProvider<StoreAway> stores) {
        this.problems = problems;
        this.stores = stores.orderedStream().toList();
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        Refusal told = problems.noted(request, refusal);
        ProblemWriter.addHeaders(told.code(), response);
        Problem problem = Problem.of(told, Correlation.idOf(request));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        LOG.debug("The caller has gone", failure);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            if (isABrokenBody(failure)) {
                LOG.debug("The body is no HTTP; the container has answered", failure);
                return null;
            }
            LOG.warn("An answer broke off after it had begun", failure);
            // Let through: the container closes the connection, so that nobody takes a part for the whole.
            throw failure;
        }
        if (isAStoreAway(failure)) {
            LOG.error("{} {} finds a store away", request.getMethod(), request.getRequestURI(), failure);
            return refused(new Refusal(ErrorCode.UNAVAILABLE, "A store does not answer; try again"), request, response);
        }
        Refusal refusal =
                isOfARangeOfTypes(request, failure) ? ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE) : refusalOf(failure);
        if (refusal.code() == ErrorCode.INTERNAL) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (failure instanceof ErrorResponse answer) {
            copyAllow(answer.getHeaders(), response);
        }
        return refused(refusal, request, response);
    }

    private boolean isAStoreAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable looked = cause;
            if (stores.stream().anyMatch(store -> store.isMeantBy(looked))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the container could not read the body, as of chunks that are none or that end too early. */
    private static boolean isABrokenBody(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequestException) {
                return true;
            }
        }
        return false;
    }

    /** Spring itself gives up on a body whose type is a range: one with an asterisk. */
    private static boolean isOfARangeOfTypes(HttpServletRequest request, Exception failure) {
        String type = request.getContentType();
        return failure instanceof IllegalArgumentException && type != null && type.contains("*");
    }

    private static void copyAllow(HttpHeaders headers, HttpServletResponse response) {
        String allow = headers.getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            response.setHeader(HttpHeaders.ALLOW, allow);
        }
    }

    private static Refusal refusalOf(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return invalid(mismatch.getName(), mismatch);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return invalid(missing.getParameterName(), missing);
        }
        if (failure instanceof MalformedIdException malformed) {
            return invalid(malformed.kind(), malformed);
        }
        if (failure instanceof InvalidParameterException) {
            return new Refusal(ErrorCode.MALFORMED_REQUEST, "The parameters are not percent-encoded UTF-8");
        }
        if (isABrokenBody(failure)) {
            return new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not well-formed HTTP");
        }
        return failure instanceof ErrorResponse answer
                ? ofStatus(answer.getStatusCode())
                : new Refusal(ErrorCode.INTERNAL, "The request failed; the log says why under this correlation id");
    }

    private static Refusal unreadable(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof JacksonException json
                ? JsonErrors.refusal(json)
                : new Refusal(ErrorCode.MALFORMED_REQUEST, "A body is required");
    }

    private static Refusal invalid(String field, Exception failure) {
        String required = "present and well-formed";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedIdException) {
                required = MalformedIdException.REQUIRED;
            }
        }
        String detail = field + " must be " + required;
        return new Refusal(ErrorCode.INVALID_FIELD, detail, List.of(Violation.field(field, required)));
    }

    /** What a status of the framework or the container means here. */
    static Refusal ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> new Refusal(ErrorCode.UNAUTHENTICATED, "A bearer token is required");
            case 403 -> new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it");
            case 404 -> new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this path");
            case 405 -> new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "The header Allow names the methods that are");
            case 406 -> new Refusal(ErrorCode.NOT_ACCEPTABLE, "Answers are application/json");
            case 413 -> new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than allowed here");
            case 415 ->
                new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type names none that is read");
            case 501, 505 -> new Refusal(ErrorCode.MALFORMED_REQUEST, "This kind of HTTP is not spoken here");
            case 503 -> new Refusal(ErrorCode.UNAVAILABLE, "Please try again");
            default ->
                status.is4xxClientError()
                        ? new Refusal(ErrorCode.MALFORMED_REQUEST, "The request is not well-formed HTTP")
                        : new Refusal(
                                ErrorCode.INTERNAL, "The request failed; the log says why under this correlation id");
        };
    }
}
