package dev.creatorledger.query.refund;

import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the payment service what it has to pay back, and compliance for which causes (B25, U6). */
@RestController
public final class RefundQueries {

    private static final List<String> VIEWS = List.of(View.MEMBERS);

    private final Reading reading;
    private final Refunds refunds;

    /** Answers from the views. */
    public RefundQueries(Reading reading, Refunds refunds) {
        this.reading = reading;
        this.refunds = refunds;
    }

    @GetMapping("/v1/refunds")
    ResponseEntity<Page<RefundJson>> ofStatus(
            @RequestParam(required = false) @Nullable String status, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        RefundStatus wanted = status == null ? null : fields.oneOf("status", status, RefundStatus.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> refunds.ofStatus(wanted, page));
    }

    @GetMapping("/v1/compliance/refunds")
    ResponseEntity<Page<RefundJson>> ofCause(
            @RequestParam(required = false) @Nullable String cause, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        RefundCause wanted = cause == null ? null : fields.oneOf("cause", cause, RefundCause.class);
        fields.check();
        return reading.from(atLeast, VIEWS, () -> refunds.ofCause(wanted, page));
    }
}
