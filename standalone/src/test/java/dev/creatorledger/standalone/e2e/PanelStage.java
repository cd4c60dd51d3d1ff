package dev.creatorledger.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.standalone.process.LedgerOnAClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service with something to show on every page, and a browser on it. */
final class PanelStage implements AutoCloseable {

    /** Has everything: income, a payout on its way, members. */
    static final String CHANNEL = "cafe-tehran";
    /** Another one's, with too little for a payout. */
    static final String OTHER = "another";
    /** Can ask for a payout. */
    static final String RICH = "rich";
    /** Its memberships are paused. */
    static final String PAUSED = "paused-one";
    /** A payout of {@link #CHANNEL}. */
    static final String PAYOUT = "p-1";

    private static final String IBAN = "IR580540105180021273113007";
    private static final Duration A_DAY = Duration.ofHours(26);

    private final LedgerOnAClock ledger;
    private final Browser browser;

    private PanelStage(LedgerOnAClock ledger, Browser browser) {
        this.ledger = ledger;
        this.browser = browser;
    }

    static PanelStage on(LedgerOnAClock ledger) {
        try {
            new Play(ledger).play();
            return new PanelStage(ledger, Browser.on(ledger.address()));
        } catch (RuntimeException | Error e) {
            ledger.close();
            throw e;
        }
    }

    /** What has happened before anybody looks. */
    private static final class Play {

        private final LedgerOnAClock ledger;
        private final MemberStage members;

        Play(LedgerOnAClock ledger) {
            this.ledger = ledger;
            members = new MemberStage(this::as, ledger::now);
        }

        private Api as(String role) {
            return new Api(ledger.address(), ledger.token(Grant.of(role)));
        }

        void play() {
            members.programme(CHANNEL);
            members.programme(PAUSED);
            Stage stage = members.stage();
            stage.enrolled(OTHER, 5_000);
            stage.enrolled(RICH, 5_000);
            for (int day = 0; day < 6; day++) {
                earn(CHANNEL, 400 + 150 * day, day);
                earn(OTHER, 30, day);
                earn(RICH, 900, day);
                if (day == 2) {
                    join();
                }
                ledger.goTo(ledger.now().plus(A_DAY));
            }
            awaitAvailable(CHANNEL, "4000000");
            awaitAvailable(RICH, "4000000");
            payout();
            members.open(PAUSED, "MONETIZATION_POLICY_VIOLATION");
            earn(CHANNEL, 500, 9);
        }

        /** Impressions of one day, a thousand rial each and the odd micro, some of them watched too briefly. */
        private void earn(String channel, int impressions, int day) {
            Stage stage = members.stage();
            stage.watched(channel + "-v", 0, impressions * 11L, impressions * 700L);
            List<String> batch = new ArrayList<>();
            for (int i = 0; i < impressions; i++) {
                Instant shownAt = stage.hour(1 + i % 5).plusSeconds(i % 3_000);
                String id = channel + '-' + day + '-' + i;
                batch.add(Stage.impression(id, channel + "-v", shownAt, i % 9 == 0 ? 3_999 : 9_000, "2000.000001"));
            }
            stage.book(batch.toArray(String[]::new));
        }

        private void join() {
            for (String member : List.of("ali", "sara", "mina")) {
                MemberStage.ok(members.join(CHANNEL, member, "WEB"));
                members.pay(members.due(member));
            }
        }

        /** Until windows that are due by the clock are final. */
        private void awaitAvailable(String channel, String rial) {
            MemberStage.eventually(
                    () -> assertThat(new BigDecimal(members.stage().balance(channel, "available")))
                            .isGreaterThan(new BigDecimal(rial)));
        }

        private void payout() {
            String account = "{\"iban\":\"" + IBAN + "\",\"holder\":\"Sara Ahmadi\"}";
            for (String channel : List.of(CHANNEL, RICH)) {
                MemberStage.ok(as("admin").put("/v1/channels/" + channel + "/bank-account", account));
            }
            MemberStage.ok(as("admin").post("/v1/channels/" + CHANNEL + "/payouts", "{\"payoutId\":\"p-1\"}"));
            MemberStage.ok(as("operator").post("/v1/payouts/p-1:approve", "", "checked by hand"));
            MemberStage.ok(as("payments").post("/v1/payouts/p-1:send", "{\"bankReference\":\"BR-1\"}"));
        }
    }

    LedgerOnAClock ledger() {
        return ledger;
    }

    /** A client of the API. */
    Api as(String role) {
        return new Api(ledger.address(), ledger.token(Grant.of(role)));
    }

    /** The browser of somebody who has just come. */
    Browser somebody(String language) {
        return browser.fresh(language);
    }

    /** The browser of somebody with a role, signed in. */
    Browser signedIn(String language, String role, @Nullable String whom) {
        return somebody(language).signIn(token(role, whom));
    }

    String token(String role, @Nullable String whom) {
        return ledger.token(Grant.of(role, whom));
    }

    @Override
    public void close() {
        browser.close();
        ledger.close();
    }
}
