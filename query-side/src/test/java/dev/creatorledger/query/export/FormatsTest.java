package dev.creatorledger.query.export;

import static dev.creatorledger.query.export.SampleEntries.ADS;
import static dev.creatorledger.query.export.SampleEntries.ADVERTISERS;
import static dev.creatorledger.query.export.SampleEntries.CHANNEL;
import static dev.creatorledger.query.export.SampleEntries.PAYABLE;
import static dev.creatorledger.query.export.SampleEntries.income;
import static dev.creatorledger.query.export.SampleEntries.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.journal.Account;
import dev.creatorledger.query.journal.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each format says, word by word (U4). */
class FormatsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Selection PART =
            new Selection(CHANNEL, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"), 41);

    @Nested
    class Hledger {

        private final BooksText text = new HledgerText();

        @Test
        void writesAnEntryWithTheIdsOfItsEventAsTags() {
            assertThat(text.entry(income()))
                    .isEqualTo(
                            """
                            2026-01-31 (40) AD_WINDOW | Ch_1.a-Z:2026-01-30T05
                                ; entry: 5d41402abc4b2a76b9719d911017c592
                                ; event: 0199f0a2-7c1b-7b4e-8f5e-2f0f4b7f6a11
                                ; sequence: 40
                                ; at: 2026-01-31T23:59:59.999999Z
                                ; type: EarningsFinalized
                                ; kind: AD_WINDOW
                                ; reference: Ch_1.a-Z:2026-01-30T05
                                assets:receivable:advertisers  9223372036854.775807 IRR
                                liabilities:creators:Ch_1.a-Z:payable  -9223372036854.775806 IRR
                                income:platform:ads  -0.000001 IRR

                            """);
        }

        @Test
        void declaresWhatItUsesAndAssertsWhatItComesTo() {
            assertThat(text.head(PART)
                            + text.commodity(DAY, "IRR")
                            + text.account(DAY, PAYABLE)
                            + text.opening(DAY, List.of(line(ADVERTISERS, "0.5"), line(PAYABLE, "-0.5")))
                            + text.balances(DAY, List.of(line(PAYABLE, "-0.5"))))
                    .isEqualTo(
                            """
                            ; Creator Ledger: the books up to position 41, of channel Ch_1.a-Z, recorded from \
                            2026-01-01T00:00:00Z, recorded before 2026-02-01T00:00:00Z
                            decimal-mark .

                            commodity 1000.000000 IRR

                            account liabilities:creators:Ch_1.a-Z:payable

                            2026-01-31 OPENING
                                assets:receivable:advertisers  0.5 IRR
                                liabilities:creators:Ch_1.a-Z:payable  -0.5 IRR

                            2026-01-31 BALANCES
                                liabilities:creators:Ch_1.a-Z:payable  0 IRR = -0.5 IRR

                            """);
        }
    }

    @Nested
    class Beancount {

        private final BooksText text = new BeancountText();

        @Test
        void writesAnEntryWithTheIdsOfItsEventAsMetadata() {
            assertThat(text.entry(income()))
                    .isEqualTo(
                            """
                            2026-01-31 * "AD_WINDOW" "Ch_1.a-Z:2026-01-30T05"
                              entry: "5d41402abc4b2a76b9719d911017c592"
                              event: "0199f0a2-7c1b-7b4e-8f5e-2f0f4b7f6a11"
                              sequence: 40
                              at: "2026-01-31T23:59:59.999999Z"
                              type: "EarningsFinalized"
                              kind: "AD_WINDOW"
                              reference: "Ch_1.a-Z:2026-01-30T05"
                              Assets:Receivable:Advertisers  9223372036854.775807 IRR
                              Liabilities:Creators:C-Ch-5f1-2ea-2dZ:Payable  -9223372036854.775806 IRR
                              Income:Platform:Ads  -0.000001 IRR

                            """);
        }

        @Test
        void declaresWhatItUsesAndAssertsOnTheDayAfter() {
            assertThat(text.head(new Selection(null, null, null, 41))
                            + text.commodity(DAY, "IRR")
                            + text.account(DAY, ADS)
                            + text.opening(DAY, List.of(line(ADVERTISERS, "0.5"), line(ADS, "-0.5")))
                            + text.balances(DAY, List.of(line(ADS, "-0.5"))))
                    .isEqualTo(
                            """
                            ; Creator Ledger: the books up to position 41
                            option "title" "Creator Ledger"
                            option "inferred_tolerance_multiplier" "0"
                            plugin "beancount.plugins.check_commodity"

                            2026-01-31 commodity IRR

                            2026-01-31 open Income:Platform:Ads

                            2026-01-31 * "OPENING"
                              Assets:Receivable:Advertisers  0.5 IRR
                              Income:Platform:Ads  -0.5 IRR

                            2026-02-01 balance Income:Platform:Ads  -0.5 ~ 0 IRR

                            """);
        }

        @Test
        void givesNoTwoAccountsOneName() {
            List<String> ids =
                    List.of("-", ".", "_", "a", "A", "2d", "-2d", "a-", "a.", "a_", "a-2e", "a2e", "x".repeat(64));
            Set<String> names = new HashSet<>();
            ids.forEach(id -> names.add(BeancountText.name(new Account(AccountKind.HELD, new ChannelId(id)))));
            assertThat(names)
                    .hasSize(ids.size())
                    .allMatch(name -> name.matches("Liabilities:Creators:C-[A-Za-z0-9-]+:Held"));
            assertThat(Arrays.stream(AccountKind.values())
                            .map(kind -> BeancountText.name(new Account(kind, kind.isOfChannel() ? CHANNEL : null))))
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("(Assets|Liabilities|Income)(:[A-Z][A-Za-z0-9-]*)+"));
        }
    }

    @Nested
    class Csv {

        @Test
        void writesALinePerPosting() {
            String common = "5d41402abc4b2a76b9719d911017c592,40,2026-01-31T23:59:59.999999Z,"
                    + "0199f0a2-7c1b-7b4e-8f5e-2f0f4b7f6a11,EarningsFinalized,AD_WINDOW,Ch_1.a-Z:2026-01-30T05,";
            assertThat(CsvText.header() + CsvText.entry(income()))
                    .isEqualTo("entryId,sequence,at,eventId,type,kind,reference,account,amount,currency\r\n"
                            + common
                            + "assets:receivable:advertisers,9223372036854.775807,IRR\r\n"
                            + common
                            + "liabilities:creators:Ch_1.a-Z:payable,-9223372036854.775806,IRR\r\n"
                            + common
                            + "income:platform:ads,-0.000001,IRR\r\n");
        }

        @Test
        void quotesWhatWouldEndAFieldOrALine() { // RFC 4180, 2.6 and 2.7
            assertThat(CsvText.line("plain", "", "a,b", "say \"so\"", "two\r\nlines", " "))
                    .isEqualTo("plain,,\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\", \r\n");
        }
    }
}
