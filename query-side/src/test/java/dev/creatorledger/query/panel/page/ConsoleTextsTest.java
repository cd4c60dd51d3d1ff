package dev.creatorledger.query.panel.page;

import static dev.creatorledger.query.panel.page.TextsTest.assertThatAllAreTold;
import static dev.creatorledger.query.panel.page.TextsTest.names;

import dev.creatorledger.query.payout.SettlementJson;
import dev.creatorledger.query.replay.ReplayState;
import dev.creatorledger.query.view.View;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that the pages of auditors, compliance and operators put together have their messages. */
class ConsoleTextsTest {

    @Test
    void everyVerdictAndOutcomeIsTold() {
        assertThatAllAreTold(names(ReplayState.values()), name -> "audit.verdict." + name);
        assertThatAllAreTold(names(SettlementJson.Outcome.values()), name -> "compliance.outcome." + name);
        assertThatAllAreTold(Stream.of("true", "false"), name -> "compliance.open." + name);
    }

    @Test
    void everyViewIsTold() {
        assertThatAllAreTold(
                Stream.of(
                        View.CHANNELS,
                        View.BALANCES,
                        View.EARNINGS,
                        View.PAYOUTS,
                        View.JOURNAL,
                        View.MEMBERS,
                        View.COMPLIANCE),
                name -> "audit.view." + name);
    }

    @Test
    void everyTabFormatAndKindOfWorkIsTold() {
        assertThatAllAreTold(
                Stream.of("events", "trial-balance", "journal", "replays", "checkpoints", "exports"),
                name -> "audit.tab." + name);
        assertThatAllAreTold(Stream.of("hledger", "beancount", "csv", "jsonl"), name -> "audit.format." + name);
        assertThatAllAreTold(
                Stream.of("windows", "deadlines", "memberships", "wakeups"), name -> "operator.work." + name);
    }
}
