package dev.creatorledger.query.panel.page;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.StoreAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Where what goes wrong in a page becomes another page. */
@ControllerAdvice("dev.creatorledger.query.panel")
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PanelAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PanelAdvice.class);
    private static final int FIRST_OF_THE_SERVICE = 500;

    private final ErrorPage page;
    private final List<StoreAway> stores;

    /** Answers with pages. */
    public PanelAdvice(ErrorPage page, ObjectProvider<StoreAway> stores) {
        this.page = page;
        this.stores = stores.orderedStream().toList();
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        LOG.debug("The reader has gone", failure);
    }

    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            LOG.warn("A page broke off after it had begun", failure);
            throw failure;
        }
        write(refusalOf(failure, request), request, response);
    }

    private void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.write(request, response, refusal);
    }

    private Refusal refusalOf(Exception failure, HttpServletRequest request) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable looked = cause;
            // An id that cannot be one names nothing: the address was changed by hand.
            if (looked instanceof MalformedIdException) {
                return new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this path");
            }
            if (stores.stream().anyMatch(store -> store.isMeantBy(looked))) {
                LOG.error("{} {} finds a store away", request.getMethod(), request.getRequestURI(), failure);
                return new Refusal(ErrorCode.UNAVAILABLE, "A store does not answer; try again");
            }
        }
        if (failure instanceof ErrorResponse answer && answer.getStatusCode().value() < FIRST_OF_THE_SERVICE) {
            return answer.getStatusCode().value() == ErrorCode.METHOD_NOT_ALLOWED.status()
                    ? new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this path")
                    : new Refusal(ErrorCode.MALFORMED_REQUEST, "The request cannot be read");
        }
        if (failure instanceof TypeMismatchException) {
            return new Refusal(ErrorCode.MALFORMED_REQUEST, "The request cannot be read");
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return new Refusal(ErrorCode.INTERNAL, "The page failed; the log says why under this correlation id");
    }
}
