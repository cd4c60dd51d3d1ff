package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.panel.page.Given;
import dev.creatorledger.query.panel.page.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the lists of compliance, and gives them away as files with the same columns (U6). */
@Controller
final class CompliancePages {

    static final String HOME = "/panel/compliance";

    private final List<Listing<?>> listings;

    CompliancePages(List<Listing<?>> listings) {
        this.listings = listings;
    }

    @GetMapping(HOME)
    String home() {
        return "redirect:" + address(listings.get(0));
    }

    @GetMapping(HOME + "/{list}")
    String page(
            @PathVariable String list,
            @RequestParam Map<String, String> sent,
            PageRequest request,
            Visitor visitor,
            Model model) {
        Listing<?> listing = named(list);
        Map<String, String> wanted = wanted(listing, sent);
        Listing.Part part = listing.part(wanted, request, visitor);
        model.addAttribute("listing", listing);
        model.addAttribute("names", listings.stream().map(Listing::name).toList());
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", part.rows());
        model.addAttribute("file", Given.address(address(listing) + "/file.csv", wanted));
        model.addAttribute("more", more(address(listing), wanted, part.next()));
        return "panel/compliance/list";
    }

    @GetMapping(HOME + "/{list}/file.csv")
    void file(
            @PathVariable String list,
            @RequestParam Map<String, String> sent,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Listing<?> listing = named(list);
        ListFile.write(listing, wanted(listing, sent), visitor, response);
    }

    private static @Nullable String more(String path, Map<String, String> wanted, @Nullable String next) {
        if (next == null) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>(wanted);
        parameters.put("cursor", next);
        return Given.address(path, parameters);
    }

    private static String address(Listing<?> listing) {
        return HOME + '/' + listing.name();
    }

    private static Map<String, String> wanted(Listing<?> listing, Map<String, String> sent) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Listing.Filter filter : listing.filters()) {
            String value = Given.text(sent.get(filter.name()));
            if (value != null) {
                wanted.put(filter.name(), value);
            }
        }
        return wanted;
    }

    private Listing<?> named(String name) {
        return listings.stream()
                .filter(listing -> listing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no list of this name"));
    }
}
