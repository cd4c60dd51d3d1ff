package dev.creatorledger.query.panel.audit;

import dev.creatorledger.platform.security.Role;
import dev.creatorledger.query.audit.EventQueries;
import dev.creatorledger.query.audit.ImpressionProofs;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.chain.CheckpointQueries;
import dev.creatorledger.query.export.ExportQueries;
import dev.creatorledger.query.journal.JournalQueries;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.replay.ReplayRoutes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The pages of auditors. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    private static final int SECOND = 20;

    @Bean
    Section auditSection() {
        return new Section(
                "audit",
                SECOND,
                EventPages.HOME,
                List.of(EventPages.HOME, EventPages.HOME + "/**"),
                Set.of(Role.AUDITOR, Role.ADMIN));
    }

    @Bean
    EventPages eventPages(EventQueries events) {
        return new EventPages(events);
    }

    @Bean
    BookPages bookPages(JournalQueries journal, BalanceQueries balances, EventQueries events, Clock clock) {
        return new BookPages(journal, balances, events, clock);
    }

    @Bean
    ProofPages proofPages(
            CheckpointQueries checkpoints, ImpressionProofs proofs, ExportQueries exports, JsonMapper json) {
        return new ProofPages(checkpoints, proofs, exports, json);
    }

    @Bean
    ReplayPages replayPages(ReplayRoutes replays) {
        return new ReplayPages(replays);
    }
}
