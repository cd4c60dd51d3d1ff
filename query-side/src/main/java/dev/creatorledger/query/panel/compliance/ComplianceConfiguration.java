package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.platform.security.Role;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.compliance.DecisionQueries;
import dev.creatorledger.query.compliance.PauseQueries;
import dev.creatorledger.query.compliance.RefusedPerkQueries;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.payout.PayoutQueries;
import dev.creatorledger.query.refund.RefundQueries;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of compliance. */
@Configuration(proxyBeanMethods = false)
public class ComplianceConfiguration {

    private static final int THIRD = 30;

    @Bean
    Section complianceSection() {
        return new Section(
                "compliance",
                THIRD,
                CompliancePages.HOME,
                List.of(CompliancePages.HOME, CompliancePages.HOME + "/**"),
                Set.of(Role.COMPLIANCE, Role.AUDITOR, Role.ADMIN));
    }

    @Bean
    CompliancePages compliancePages(
            PayoutQueries payouts,
            PauseQueries pauses,
            RefundQueries refunds,
            RefusedPerkQueries perks,
            BalanceQueries balances,
            DecisionQueries decisions) {
        return new CompliancePages(List.of(
                Listings.settlements(payouts),
                Listings.pauses(pauses),
                Listings.refunds(refunds),
                Listings.refusedPerks(perks),
                Listings.negativeBalances(balances),
                Listings.decisions(decisions)));
    }
}
