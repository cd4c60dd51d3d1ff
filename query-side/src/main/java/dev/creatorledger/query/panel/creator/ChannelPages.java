package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.balance.BalanceJson;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.panel.page.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to a channel, its first page, and its income (A12). */
@Controller
final class ChannelPages {

    /** How many days are shown where nobody asks for others. */
    private static final int DAYS = 28;

    private static final int LONGEST = 366;
    private static final int BEST = 5;
    private static final int TOP = 20;

    private final Reports reports;
    private final PayoutOffers offers;
    private final Clock clock;

    ChannelPages(Reports reports, PayoutOffers offers, Clock clock) {
        this.reports = reports;
        this.offers = offers;
        this.clock = clock;
    }

    /** A creator with one channel is led to it; others choose. */
    @GetMapping(ChannelFrame.CHANNELS)
    String channels(@RequestParam(required = false) @Nullable ChannelId channel, Visitor visitor, Model model) {
        List<String> own = visitor.channels();
        if (channel != null) {
            return "redirect:" + ChannelFrame.CHANNELS + '/' + channel.value();
        }
        if (own.size() == 1 && visitor.roles().size() == 1) {
            return "redirect:" + ChannelFrame.CHANNELS + '/' + own.get(0);
        }
        model.addAttribute("own", own);
        return "panel/creator/channels";
    }

    @GetMapping(ChannelFrame.CHANNEL)
    String overview(@PathVariable ChannelId channelId, AtLeast atLeast, Visitor visitor, Model model) {
        ChannelJson channel = ChannelFrame.into(model, reports, channelId, "overview", visitor);
        BalanceJson balance = reports.balance(channelId, atLeast, visitor);
        LocalDate from = today().minusDays(DAYS - 1L);
        model.addAttribute("balance", balance);
        model.addAttribute("estimate", reports.estimate(channelId, visitor));
        model.addAttribute("offers", offers.of(channel, balance, atLeast, visitor));
        model.addAttribute("report", report(channelId, from.toString(), null, visitor));
        model.addAttribute("videos", reports.topVideos(channelId, from.toString(), null, BEST, visitor));
        model.addAttribute("days", DAYS);
        return "panel/creator/overview";
    }

    @GetMapping(ChannelFrame.CHANNEL + "/income")
    String income(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "day") String by,
            Visitor visitor,
            Model model) {
        ChannelFrame.into(model, reports, channelId, "income", visitor);
        String first =
                from == null || from.isBlank() ? today().minusDays(DAYS - 1L).toString() : from;
        String last = to == null || to.isBlank() ? today().toString() : to;
        PageRequest page = new PageRequest(LONGEST, null);
        model.addAttribute("report", IncomeReport.of(reports.earnings(channelId, first, last, by, page, visitor)));
        model.addAttribute("videos", reports.topVideos(channelId, first, last, TOP, visitor));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("by", by);
        return "panel/creator/income";
    }

    private IncomeReport report(ChannelId channelId, String from, @Nullable String to, Visitor visitor) {
        PageRequest page = new PageRequest(LONGEST, null);
        return IncomeReport.of(reports.earnings(channelId, from, to, "day", page, visitor));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
