package dev.creatorledger.query.panel.creator;

import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.security.Role;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.balance.StatementQueries;
import dev.creatorledger.query.channel.ChannelQueries;
import dev.creatorledger.query.earnings.EarningsQueries;
import dev.creatorledger.query.membership.MembershipQueries;
import dev.creatorledger.query.membership.TierQueries;
import dev.creatorledger.query.panel.page.CommandAddress;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.payout.ExplanationQueries;
import dev.creatorledger.query.payout.PayoutQueries;
import dev.creatorledger.query.refund.RefundQueries;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of a channel. */
@Configuration(proxyBeanMethods = false)
public class CreatorConfiguration {

    private static final int LAST = 40;

    /** Also for those who look at any channel: the API answers them as well. */
    @Bean
    Section channelsSection() {
        return new Section(
                "channels",
                LAST,
                ChannelFrame.CHANNELS,
                List.of(ChannelFrame.CHANNELS, ChannelFrame.CHANNELS + "/**"),
                Set.of(Role.CREATOR, Role.OPERATOR, Role.COMPLIANCE, Role.AUDITOR, Role.ADMIN));
    }

    @Bean
    Reports reports(
            ChannelQueries channels, BalanceQueries balances, EarningsQueries earnings, StatementQueries statements) {
        return new Reports(channels, balances, earnings, statements);
    }

    @Bean
    PayoutOffers payoutOffers(
            PayoutQueries payouts,
            Policies policies,
            ObjectProvider<CommandAddress> own,
            PanelSettings settings,
            Clock clock) {
        return new PayoutOffers(payouts, policies, address(own, settings), clock);
    }

    /** A setting says where; else a process that has both sides asks itself. */
    private static CommandAddress address(ObjectProvider<CommandAddress> own, PanelSettings settings) {
        CommandAddress none = Optional::empty;
        URI set = settings.commandUrl();
        return set == null ? own.getIfAvailable(() -> none) : () -> Optional.of(set);
    }

    @Bean
    ChannelPages channelPages(Reports reports, PayoutOffers offers, Clock clock) {
        return new ChannelPages(reports, offers, clock);
    }

    @Bean
    PayoutPages payoutPages(
            Reports reports,
            PayoutOffers offers,
            PayoutQueries payouts,
            ExplanationQueries explanations,
            ObjectProvider<CommandAddress> own,
            PanelSettings settings) {
        PayoutRequests requests = new PayoutRequests(address(own, settings), settings.patience());
        return new PayoutPages(reports, offers, requests, payouts, explanations);
    }

    @Bean
    StatementPages statementPages(Reports reports, Clock clock) {
        return new StatementPages(reports, clock);
    }

    @Bean
    MemberPages memberPages(Reports reports, TierQueries tiers, MembershipQueries members, RefundQueries refunds) {
        return new MemberPages(reports, tiers, members, refunds);
    }
}
