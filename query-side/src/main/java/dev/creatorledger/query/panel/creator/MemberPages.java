package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.membership.MembershipQueries;
import dev.creatorledger.query.membership.MembershipStatus;
import dev.creatorledger.query.membership.TierQueries;
import dev.creatorledger.query.membership.TiersJson.TierJson;
import dev.creatorledger.query.panel.page.Visitor;
import dev.creatorledger.query.programme.ProgrammeStatus;
import dev.creatorledger.query.refund.RefundQueries;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A channel's members by tier, the pause of its programme, and what was refunded (B3, B10, B20, B25, P7). */
@Controller
final class MemberPages {

    private static final AtLeast ANY = new AtLeast(0);
    private static final int REFUNDS = 50;

    private final Reports reports;
    private final TierQueries tiers;
    private final MembershipQueries members;
    private final RefundQueries refunds;

    MemberPages(Reports reports, TierQueries tiers, MembershipQueries members, RefundQueries refunds) {
        this.reports = reports;
        this.tiers = tiers;
        this.members = members;
        this.refunds = refunds;
    }

    /** A tier with how many members it has. */
    record TierOfMembers(TierJson tier, int members) {}

    @GetMapping(ChannelFrame.CHANNEL + "/members")
    String members(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String status,
            PageRequest page,
            Visitor visitor,
            Model model) {
        ChannelJson channel = ChannelFrame.into(model, reports, channelId, "members", visitor);
        String wanted = status == null || status.isBlank() ? null : status;
        model.addAttribute("programme", channel.memberships());
        addTiers(channelId, channel, visitor, model);
        model.addAttribute(
                "members",
                Reports.body(members.ofChannel(
                        channelId, wanted, page, ANY, Reports.asking(visitor, channelId, "/members"))));
        model.addAttribute("status", wanted);
        model.addAttribute("statuses", MembershipStatus.values());
        return "panel/creator/members";
    }

    /** Members are paused with their programme: then it is they who are counted. */
    private void addTiers(ChannelId channelId, ChannelJson channel, Visitor visitor, Model model) {
        MembershipStatus counted = channel.memberships().status() == ProgrammeStatus.PAUSED
                ? MembershipStatus.PAUSED
                : MembershipStatus.ACTIVE;
        Map<String, Integer> counts =
                Reports.body(members.byTier(channelId, counted, Reports.asking(visitor, channelId, "/members")));
        List<TierOfMembers> shown =
                Reports.body(tiers.tiers(channelId, ANY, Reports.asking(visitor, channelId, "/tiers"))).items().stream()
                        .map(tier -> new TierOfMembers(tier, counts.getOrDefault(tier.tierId(), 0)))
                        .toList();
        model.addAttribute("tiers", shown);
        model.addAttribute("counted", counted);
        model.addAttribute(
                "more", counts.values().stream().mapToInt(Integer::intValue).sum() >= MembershipQueries.COUNTED);
    }

    @GetMapping(ChannelFrame.CHANNEL + "/refunds")
    String refunds(@PathVariable ChannelId channelId, PageRequest page, Visitor visitor, Model model) {
        ChannelFrame.into(model, reports, channelId, "members", visitor);
        model.addAttribute(
                "refunds",
                Reports.body(refunds.ofChannel(
                        channelId,
                        new PageRequest(Math.min(page.limit(), REFUNDS), page.after()),
                        ANY,
                        Reports.asking(visitor, channelId, "/refunds"))));
        return "panel/creator/refunds";
    }
}
