package dev.creatorledger.query.panel.sign;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.panel.page.ErrorPage;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Sections;
import dev.creatorledger.query.panel.page.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form to sign in with, the way home, and what stands at addresses where nothing is. */
@Controller
public final class SignInPages {

    /** What the form can have to say; anything else in its address says nothing. */
    private static final Set<String> REASONS = Set.of("refused", "unavailable", "nothing", "ended", "out");

    private final Sections sections;
    private final ErrorPage page;

    /** Home is the first section that somebody may see. */
    public SignInPages(Sections sections, ErrorPage page) {
        this.sections = sections;
        this.page = page;
    }

    @GetMapping(SignIn.PATH)
    String form(@RequestParam(required = false) @Nullable String why, HttpServletRequest request, Model model) {
        if (request.getUserPrincipal() != null && why == null) {
            return "redirect:" + PanelSettings.PATH;
        }
        model.addAttribute("why", why != null && REASONS.contains(why) ? why : "");
        model.addAttribute("next", SignIn.next(request));
        return "panel/sign-in";
    }

    @GetMapping(PanelSettings.PATH)
    String home(Visitor visitor) {
        return "redirect:" + sections.home(visitor.roles()).orElse(SignIn.PATH);
    }

    @RequestMapping(PanelSettings.PATH + "/**")
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.write(request, response, new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this path"));
    }
}
