package dev.creatorledger.query.charge;

import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the payment service what it has to collect (B11). */
@RestController
public final class ChargeQueries {

    private static final List<String> VIEWS = List.of(View.MEMBERS);

    private final Reading reading;
    private final Charges charges;
    private final Clock clock;

    /** Answers from the views. */
    public ChargeQueries(Reading reading, Charges charges, Clock clock) {
        this.reading = reading;
        this.charges = charges;
        this.clock = clock;
    }

    @GetMapping("/v1/charges/due")
    ResponseEntity<Page<ChargeDueJson>> due(
            @RequestParam(required = false) @Nullable String before, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        Instant wanted = fields.optionalInstant("before", before);
        fields.check();
        return reading.from(
                atLeast,
                VIEWS,
                () -> wanted == null ? charges.dueBy(clock.instant(), page) : charges.dueBefore(wanted, page));
    }
}
