package dev.creatorledger.query.panel.audit;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.audit.EventJson;
import dev.creatorledger.query.audit.EventQueries;
import dev.creatorledger.query.panel.page.Given;
import dev.creatorledger.query.panel.page.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds events, shows one between its neighbours, and the life of an aggregate (U1, U3). */
@Controller
final class EventPages {

    static final String HOME = "/panel/audit";
    static final String EVENTS = HOME + "/events";
    static final String LIFE = HOME + "/life";

    /** How many are shown before and after one. */
    private static final int NEIGHBOURS = 3;

    private static final AtLeast ANY = new AtLeast(0);

    private final EventQueries events;

    EventPages(EventQueries events) {
        this.events = events;
    }

    @GetMapping(HOME)
    String home() {
        return "redirect:" + EVENTS;
    }

    @GetMapping(EVENTS)
    String search(
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest request,
            Visitor visitor,
            Model model) {
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        wanted.put("aggregate", Given.text(aggregate));
        wanted.put("type", Given.text(type));
        wanted.put("actor", Given.text(actor));
        wanted.put("from", Given.text(from));
        wanted.put("to", Given.text(to));
        Page<EventJson> page = found(wanted, request, visitor);
        model.addAttribute("tab", "events");
        model.addAttribute("wanted", wanted);
        show(model, page, EVENTS, wanted);
        return "panel/audit/events";
    }

    @GetMapping(EVENTS + "/{sequence}")
    String one(@PathVariable long sequence, Visitor visitor, Model model) {
        PageRequest around = new PageRequest(2 * NEIGHBOURS + 1, Long.toString(Math.max(0, sequence - NEIGHBOURS - 1)));
        List<EventLine> near = found(Map.of(), around, visitor).items().stream()
                .map(EventLine::of)
                .toList();
        EventLine event = near.stream()
                .filter(line -> line.event().sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no event " + sequence));
        model.addAttribute("tab", "events");
        model.addAttribute("line", event);
        model.addAttribute("near", near);
        return "panel/audit/event";
    }

    @GetMapping(LIFE)
    String life(@RequestParam String aggregate, PageRequest request, Visitor visitor, Model model) {
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        wanted.put("aggregate", aggregate);
        Page<EventJson> page = found(wanted, request, visitor);
        if (page.items().isEmpty() && request.after() == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "Nothing has happened to anything of this name");
        }
        model.addAttribute("tab", "events");
        model.addAttribute("aggregate", aggregate);
        show(model, page, LIFE, wanted);
        return "panel/audit/life";
    }

    private static void show(Model model, Page<EventJson> page, String path, Map<String, @Nullable String> wanted) {
        model.addAttribute("lines", page.items().stream().map(EventLine::of).toList());
        Map<String, @Nullable String> next = new LinkedHashMap<>(wanted);
        next.put("cursor", page.next());
        model.addAttribute("more", page.next() == null ? null : Given.address(path, next));
    }

    private Page<EventJson> found(Map<String, @Nullable String> wanted, PageRequest request, Visitor visitor) {
        visitor.asking("/v1/audit/events");
        return Objects.requireNonNull(events.events(
                        wanted.get("aggregate"),
                        wanted.get("type"),
                        wanted.get("actor"),
                        Given.time(wanted.get("from")),
                        Given.time(wanted.get("to")),
                        request,
                        ANY)
                .getBody());
    }
}
