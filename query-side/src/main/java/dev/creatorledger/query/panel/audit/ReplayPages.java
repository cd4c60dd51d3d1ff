package dev.creatorledger.query.panel.audit;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.panel.page.Visitor;
import dev.creatorledger.query.replay.ReplayJson;
import dev.creatorledger.query.replay.ReplayRoutes;
import dev.creatorledger.query.replay.ReplayRoutes.ReplayBody;
import dev.creatorledger.query.replay.ReplayState;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the replays of this node as they go on, and begins one for who may (U2). */
@Controller
final class ReplayPages {

    static final String REPLAYS = EventPages.HOME + "/replays";

    private static final String ROUTE = "/v1/admin/replays";

    private final ReplayRoutes replays;

    ReplayPages(ReplayRoutes replays) {
        this.replays = replays;
    }

    @GetMapping(REPLAYS)
    String replays(Visitor visitor, Model model) {
        visitor.asking(ROUTE + "/one");
        List<ReplayJson> known = replays.known();
        model.addAttribute("replays", known);
        model.addAttribute("running", known.stream().anyMatch(replay -> replay.state() == ReplayState.RUNNING));
        model.addAttribute("views", replays.views());
        model.addAttribute("mayBegin", visitor.may(HttpMethod.POST, ROUTE));
        model.addAttribute("tab", "replays");
        return "panel/audit/replays";
    }

    /** One that runs already is the answer itself: sending the form again does no harm. */
    @PostMapping(REPLAYS)
    String begin(@RequestParam String view, Visitor visitor) {
        if (!visitor.may(HttpMethod.POST, ROUTE)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it");
        }
        replays.begin(new ReplayBody(view));
        return "redirect:" + REPLAYS;
    }
}
