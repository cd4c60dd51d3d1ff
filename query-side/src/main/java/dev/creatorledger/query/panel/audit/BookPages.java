package dev.creatorledger.query.panel.audit;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.audit.EventQueries;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.journal.AccountJson;
import dev.creatorledger.query.journal.EntryJson;
import dev.creatorledger.query.journal.JournalQueries;
import dev.creatorledger.query.journal.TrialJson;
import dev.creatorledger.query.panel.page.Given;
import dev.creatorledger.query.panel.page.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the books, now or as of a moment: trial balance, a channel's balance, the journal, accounts (L1–L4, U2). */
@Controller
final class BookPages {

    static final String TRIAL = EventPages.HOME + "/trial-balance";
    static final String JOURNAL = EventPages.HOME + "/journal";
    static final String ACCOUNT = EventPages.HOME + "/account";

    /** How many accounts a page shows. */
    private static final int ACCOUNTS = 100;

    private static final AtLeast ANY = new AtLeast(0);

    private final JournalQueries journal;
    private final BalanceQueries balances;
    private final EventQueries events;
    private final Clock clock;

    BookPages(JournalQueries journal, BalanceQueries balances, EventQueries events, Clock clock) {
        this.journal = journal;
        this.balances = balances;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping(TRIAL)
    String trial(
            @RequestParam(name = "asOf", required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Model model) {
        String asOf = Given.time(field);
        visitor.asking("/v1/audit/trial-balance");
        TrialJson trial = Objects.requireNonNull(journal.trialBalance(asOf, ANY).getBody());
        String wanted = Given.text(channel);
        model.addAttribute("balance", wanted == null ? null : balance(new ChannelId(wanted), asOf, visitor));
        model.addAttribute("channel", wanted);
        model.addAttribute("trial", trial);
        accounts(model, trial, after, field, wanted);
        slider(model, "trial-balance", field, asOf);
        return "panel/audit/trial-balance";
    }

    private Object balance(ChannelId channelId, @Nullable String asOf, Visitor visitor) {
        var caller = visitor.asking("/v1/channels/" + channelId.value() + "/balance");
        return Objects.requireNonNull(
                balances.balance(channelId, asOf, ANY, caller).getBody());
    }

    /** By name: a page goes on after the last account of the one before, with all of that account's currencies. */
    private static void accounts(
            Model model, TrialJson trial, String after, @Nullable String field, @Nullable String channel) {
        List<TrialJson.AccountBalance> rest = trial.accounts().stream()
                .filter(line -> keyOf(line).compareTo(after) > 0)
                .toList();
        List<TrialJson.AccountBalance> shown = rest.subList(0, Math.min(ACCOUNTS, rest.size()));
        model.addAttribute("accounts", shown);
        if (shown.size() < rest.size()) {
            Map<String, @Nullable String> next = new LinkedHashMap<>();
            next.put("asOf", Given.text(field));
            next.put("channel", channel);
            next.put("after", keyOf(shown.get(shown.size() - 1)));
            model.addAttribute("more", Given.address(TRIAL, next));
        } else {
            model.addAttribute("more", null);
        }
    }

    private static String keyOf(TrialJson.AccountBalance line) {
        return line.account() + ' ' + line.currency();
    }

    @GetMapping(JOURNAL)
    String entries(
            @RequestParam(name = "asOf", required = false) @Nullable String field,
            PageRequest request,
            Visitor visitor,
            Model model) {
        String asOf = Given.time(field);
        visitor.asking("/v1/audit/journal");
        Page<EntryJson> page =
                Objects.requireNonNull(journal.journal(asOf, request, ANY).getBody());
        model.addAttribute("entries", page.items());
        model.addAttribute("more", more(JOURNAL, null, field, page.next()));
        slider(model, "journal", field, asOf);
        return "panel/audit/journal";
    }

    @GetMapping(ACCOUNT)
    String account(
            @RequestParam String name,
            @RequestParam(name = "asOf", required = false) @Nullable String field,
            PageRequest request,
            Visitor visitor,
            Model model) {
        String asOf = Given.time(field);
        visitor.asking("/v1/audit/accounts/one");
        AccountJson account = Objects.requireNonNull(
                journal.account(name.strip(), asOf, request, ANY).getBody());
        model.addAttribute("account", account);
        model.addAttribute("more", more(ACCOUNT, account.account(), field, account.next()));
        slider(model, "trial-balance", field, asOf);
        return "panel/audit/account";
    }

    private static @Nullable String more(
            String path, @Nullable String name, @Nullable String field, @Nullable String next) {
        if (next == null) {
            return null;
        }
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("name", name);
        parameters.put("asOf", Given.text(field));
        parameters.put("cursor", next);
        return Given.address(path, parameters);
    }

    private void slider(Model model, String tab, @Nullable String field, @Nullable String asOf) {
        Instant first = Objects.requireNonNull(
                        events.events(null, null, null, null, null, new PageRequest(1, null), ANY)
                                .getBody())
                .items()
                .stream()
                .map(event -> event.recordedAt())
                .findFirst()
                .orElse(null);
        model.addAttribute("slider", Slider.of(first, clock.instant(), asOf, Given.text(field)));
        model.addAttribute("tab", tab);
    }
}
