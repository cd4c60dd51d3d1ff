package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Correlation;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.balance.BalanceJson;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.panel.page.Visitor;
import dev.creatorledger.query.payout.ExplanationJson;
import dev.creatorledger.query.payout.ExplanationQueries;
import dev.creatorledger.query.payout.PayoutJson;
import dev.creatorledger.query.payout.PayoutQueries;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A channel's payouts: asking for one, the way of each, and what it is made of (P1–P6, U5). */
@Controller
final class PayoutPages {

    /** The refusals that have words of their own, {@code creator.refused.<code>}; others share {@code OTHER}. */
    static final Set<String> TOLD = Set.of(
            "BELOW_THRESHOLD",
            "CHANNEL_SUSPENDED",
            "CURRENCY_NOT_PAYABLE",
            "FORBIDDEN",
            "NO_BANK_ACCOUNT",
            "PAYOUT_OPEN",
            "PERSON_ERASED",
            "REFUNDS_RUNNING",
            PayoutRequests.NO_ANSWER,
            "OTHER");

    private static final String PAYOUTS = ChannelFrame.CHANNEL + "/payouts";
    private static final int WINDOWS = 100;

    private final Reports reports;
    private final PayoutOffers offers;
    private final PayoutRequests requests;
    private final PayoutQueries payouts;
    private final ExplanationQueries explanations;

    PayoutPages(
            Reports reports,
            PayoutOffers offers,
            PayoutRequests requests,
            PayoutQueries payouts,
            ExplanationQueries explanations) {
        this.reports = reports;
        this.offers = offers;
        this.requests = requests;
        this.payouts = payouts;
        this.explanations = explanations;
    }

    @GetMapping(PAYOUTS)
    String payouts(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String requested,
            PageRequest page,
            AtLeast atLeast,
            Visitor visitor,
            HttpServletRequest request,
            Model model) {
        ChannelJson channel = ChannelFrame.into(model, reports, channelId, "payouts", visitor);
        BalanceJson balance = reports.balance(channelId, atLeast, visitor);
        model.addAttribute("offers", offers.of(channel, balance, atLeast, visitor));
        // Of this rendering of the form: sending it twice is asking once, and another page asks anew.
        model.addAttribute("key", Correlation.idOf(request));
        model.addAttribute(
                "payouts",
                Reports.body(
                        payouts.ofChannel(channelId, page, atLeast, Reports.asking(visitor, channelId, "/payouts"))));
        model.addAttribute("refused", refused == null || TOLD.contains(refused) ? refused : "OTHER");
        model.addAttribute("requested", requested != null);
        return "panel/creator/payouts";
    }

    @PostMapping(PAYOUTS)
    String request(
            @PathVariable ChannelId channelId,
            @RequestParam PayoutId payout,
            @RequestParam String currency,
            @RequestParam String key,
            Visitor visitor) {
        var outcome = requests.request(channelId, payout.value(), currency, key, visitor);
        String root = "redirect:" + ChannelFrame.CHANNELS + '/' + channelId.value() + "/payouts";
        if (outcome.code().isEmpty()) {
            return root + "?requested=1&atLeast=" + outcome.position();
        }
        return root + "?refused=" + (TOLD.contains(outcome.code()) ? outcome.code() : "OTHER");
    }

    @GetMapping(PAYOUTS + "/{payoutId}")
    String payout(
            @PathVariable ChannelId channelId,
            @PathVariable PayoutId payoutId,
            @RequestParam(defaultValue = "1") int part,
            Visitor visitor,
            Model model) {
        String path = "/v1/payouts/" + payoutId.value();
        PayoutJson payout = Reports.body(payouts.one(payoutId, null, new AtLeast(0), visitor.asking(path)));
        if (!payout.channelId().equals(channelId.value())) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no payout " + payoutId.value() + " of this channel");
        }
        ChannelFrame.into(model, reports, channelId, "payouts", visitor);
        ExplanationJson explanation =
                Reports.body(explanations.explanation(payoutId, new AtLeast(0), visitor.asking(path + "/explanation")));
        List<ExplanationJson.Window> windows = explanation.windows();
        int parts = Math.max(1, (windows.size() + WINDOWS - 1) / WINDOWS);
        int shown = Math.min(Math.max(part, 1), parts);
        model.addAttribute("payout", payout);
        model.addAttribute("explanation", explanation);
        model.addAttribute(
                "windows", windows.subList((shown - 1) * WINDOWS, Math.min(windows.size(), shown * WINDOWS)));
        model.addAttribute("ofWindows", sum(windows, explanation));
        model.addAttribute("lessCarriedOut", negated(explanation.carriedOut()));
        model.addAttribute("part", shown);
        model.addAttribute("parts", parts);
        return "panel/creator/payout";
    }

    private static MoneyJson sum(List<ExplanationJson.Window> windows, ExplanationJson explanation) {
        BigDecimal sum = windows.stream()
                .map(window -> new BigDecimal(window.amount().amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MoneyJson(
                sum.stripTrailingZeros().toPlainString(), explanation.amount().currency());
    }

    private static MoneyJson negated(MoneyJson money) {
        return new MoneyJson(new BigDecimal(money.amount()).negate().toPlainString(), money.currency());
    }
}
