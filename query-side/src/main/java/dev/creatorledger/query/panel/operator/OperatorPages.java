package dev.creatorledger.query.panel.operator;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.deadletter.DeadLetterRoutes;
import dev.creatorledger.query.deadletter.RetriedJson;
import dev.creatorledger.query.panel.page.Given;
import dev.creatorledger.query.panel.page.Visitor;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how the service does, and what its views have set aside; letters only to whom the API shows them. */
@Controller
final class OperatorPages {

    static final String HOME = "/panel/operator";
    private static final String LETTERS = HOME + "/dead-letters";

    private static final String ROUTE = "/v1/admin/dead-letters";
    private static final AtLeast ANY = new AtLeast(0);

    private final Figures figures;
    private final DeadLetterRoutes letters;

    OperatorPages(Figures figures, DeadLetterRoutes letters) {
        this.figures = figures;
        this.letters = letters;
    }

    @GetMapping(HOME)
    String home(Visitor visitor, Model model) {
        model.addAttribute("groups", figures.groups());
        model.addAttribute("work", figures.work());
        model.addAttribute("verdicts", figures.verdicts());
        model.addAttribute("head", figures.head());
        model.addAttribute("chainLag", figures.chainLag());
        model.addAttribute("chainBroken", figures.chainBroken());
        model.addAttribute("checkpointAge", figures.checkpointAge());
        model.addAttribute("mayRead", visitor.may(HttpMethod.GET, ROUTE));
        return "panel/operator/home";
    }

    @GetMapping(LETTERS)
    String letters(
            PageRequest request,
            @RequestParam(required = false) @Nullable Long folded,
            @RequestParam(required = false) @Nullable String failed,
            Visitor visitor,
            Model model) {
        visitor.asking(ROUTE);
        var page = Objects.requireNonNull(letters.letters(request, ANY).getBody());
        model.addAttribute("letters", page.items());
        model.addAttribute("more", page.next() == null ? null : Given.address(LETTERS, Map.of("cursor", page.next())));
        model.addAttribute("folded", folded);
        model.addAttribute("failed", failed != null);
        model.addAttribute("mayRetry", visitor.may(HttpMethod.POST, ROUTE + "/one:retry"));
        return "panel/operator/dead-letters";
    }

    /** Sent twice it does no harm: a letter that is folded is none any more. */
    @PostMapping(LETTERS + "/{letterId}/retry")
    String retry(@PathVariable String letterId, Visitor visitor) {
        if (!visitor.may(HttpMethod.POST, ROUTE + "/one:retry")) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it");
        }
        RetriedJson retried = Objects.requireNonNull(letters.retry(letterId).getBody());
        return "redirect:" + LETTERS + "?folded=" + retried.folded() + (retried.reason() == null ? "" : "&failed=true");
    }
}
