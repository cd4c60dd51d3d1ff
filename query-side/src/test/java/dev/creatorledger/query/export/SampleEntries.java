package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.journal.Account;
import dev.creatorledger.query.journal.AccountKind;
import java.time.Instant;
import java.util.List;

/** An entry as formats are shown it, with an id of every character that an id may have. */
final class SampleEntries {

    static final ChannelId CHANNEL = new ChannelId("Ch_1.a-Z");
    static final Account PAYABLE = new Account(AccountKind.PAYABLE, CHANNEL);
    static final Account ADVERTISERS = new Account(AccountKind.ADVERTISERS, null);
    static final Account ADS = new Account(AccountKind.ADS, null);

    private SampleEntries() {}

    static Line line(Account account, String amount) {
        return new Line(account, new MoneyJson(amount, "IRR"));
    }

    /** An hour's ad income, to the micro. */
    static ExportedEntry income() {
        return new ExportedEntry(
                "5d41402abc4b2a76b9719d911017c592",
                40,
                Instant.parse("2026-01-31T23:59:59.999999Z"),
                "0199f0a2-7c1b-7b4e-8f5e-2f0f4b7f6a11",
                "EarningsFinalized",
                "AD_WINDOW",
                "Ch_1.a-Z:2026-01-30T05",
                List.of(
                        line(ADVERTISERS, "9223372036854.775807"),
                        line(PAYABLE, "-9223372036854.775806"),
                        line(ADS, "-0.000001")));
    }
}
