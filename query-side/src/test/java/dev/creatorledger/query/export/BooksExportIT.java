package dev.creatorledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole books from a real store: what is declared and asserted when, and the same in every format (U4). */
class BooksExportIT {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final PayoutId PAYOUT = new PayoutId("p-1");
    private static final Pattern TAGS = Pattern.compile(" {4}; (entry|event|sequence|at|type|kind|reference): .*\n");

    private final TestLedger ledger = new TestLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private static EarningsFinalized earned(String hour, String rials) {
        Money net = Money.ofMajor(rials, Money.IRR);
        Money part = net.creatorPart(5_000);
        WindowId window = WindowId.of(CHANNEL, Instant.parse(hour));
        return new EarningsFinalized(CHANNEL, window, 1, net, part, net.minus(part), 5_000, 1);
    }

    private long history() {
        ledger.publishAt(Instant.parse("2026-01-10T06:00:00Z"), List.of(earned("2026-01-09T05:00:00Z", "10")));
        ledger.publishAt(Instant.parse("2026-01-31T23:59:59Z"), List.of(earned("2026-01-30T22:00:00Z", "0.000001")));
        Money held = Money.ofMajor("5", Money.IRR);
        ledger.publishAt(Instant.parse("2026-03-02T00:00:00Z"), List.of(new PayoutHeld(CHANNEL, PAYOUT, held)));
        return ledger.publishAt(Instant.parse("2026-03-05T09:00:00Z"), List.of(new PayoutPaid(CHANNEL, PAYOUT, held)));
    }

    private static String withoutTags(String journal) {
        return TAGS.matcher(journal).replaceAll("");
    }

    @Test
    void assertsWhatWasPostedToAtTheEndOfEachMonthAndEverythingAtTheEnd() {
        long head = history();
        assertThat(withoutTags(ExportedBooks.of(ledger, 2).hledger(new Selection(null, null, null, head))))
                .isEqualTo(
                        """
                        ; Creator Ledger: the books up to position 4
                        decimal-mark .

                        commodity 1000.000000 IRR

                        account assets:receivable:advertisers

                        account liabilities:creators:ch-1:payable

                        account income:platform:ads

                        2026-01-10 (1) AD_WINDOW | ch-1:2026-01-09T05
                            assets:receivable:advertisers  10 IRR
                            liabilities:creators:ch-1:payable  -5 IRR
                            income:platform:ads  -5 IRR

                        2026-01-31 (2) AD_WINDOW | ch-1:2026-01-30T22
                            assets:receivable:advertisers  0.000001 IRR
                            liabilities:creators:ch-1:payable  -0.000001 IRR

                        2026-01-31 BALANCES
                            assets:receivable:advertisers  0 IRR = 10.000001 IRR
                            income:platform:ads  0 IRR = -5 IRR
                            liabilities:creators:ch-1:payable  0 IRR = -5.000001 IRR

                        account liabilities:creators:ch-1:held

                        2026-03-02 (3) PAYOUT_HELD | p-1
                            liabilities:creators:ch-1:payable  5 IRR
                            liabilities:creators:ch-1:held  -5 IRR

                        account assets:bank

                        2026-03-05 (4) PAYOUT_PAID | p-1
                            liabilities:creators:ch-1:held  5 IRR
                            assets:bank  -5 IRR

                        2026-03-05 BALANCES
                            assets:bank  0 IRR = -5 IRR
                            assets:receivable:advertisers  0 IRR = 10.000001 IRR
                            income:platform:ads  0 IRR = -5 IRR
                            liabilities:creators:ch-1:held  0 IRR = 0 IRR
                            liabilities:creators:ch-1:payable  0 IRR = -0.000001 IRR

                        """);
    }

    @Test
    void carriesForwardWhatWasBeforeThePeriod() {
        long head = history();
        Selection march = new Selection(
                CHANNEL, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-05T09:00:00Z"), head);
        assertThat(withoutTags(ExportedBooks.of(ledger, 1).hledger(march)))
                .isEqualTo(
                        """
                        ; Creator Ledger: the books up to position 4, of channel ch-1, recorded from \
                        2026-03-01T00:00:00Z, recorded before 2026-03-05T09:00:00Z
                        decimal-mark .

                        commodity 1000.000000 IRR

                        account assets:receivable:advertisers

                        account income:platform:ads

                        account liabilities:creators:ch-1:payable

                        2026-03-01 OPENING
                            assets:receivable:advertisers  10.000001 IRR
                            income:platform:ads  -5 IRR
                            liabilities:creators:ch-1:payable  -5.000001 IRR

                        account liabilities:creators:ch-1:held

                        2026-03-02 (3) PAYOUT_HELD | p-1
                            liabilities:creators:ch-1:payable  5 IRR
                            liabilities:creators:ch-1:held  -5 IRR

                        2026-03-02 BALANCES
                            assets:receivable:advertisers  0 IRR = 10.000001 IRR
                            income:platform:ads  0 IRR = -5 IRR
                            liabilities:creators:ch-1:held  0 IRR = -5 IRR
                            liabilities:creators:ch-1:payable  0 IRR = -0.000001 IRR

                        """);
    }

    @Test
    void isAHeadAloneWhereNothingWasBooked() {
        long head = history();
        Selection nobody = new Selection(new ChannelId("ch-2"), Instant.parse("2026-03-01T00:00:00Z"), null, head);
        assertThat(ExportedBooks.of(ledger, 10).beancount(nobody)).endsWith("check_commodity\"\n\n");
        assertThat(ExportedBooks.of(ledger, 10).csv(nobody)).isEqualTo(CsvText.header());
    }

    /** A posting as any format has it: entry, account, amount with its currency. */
    private record Seen(String entryId, String account, String amount) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void saysTheSameInEveryFormat(long seed) {
        Instant time = History.START;
        long head = 0;
        for (LedgerEvent event : MoneyHistory.of(seed, 3, 150)) {
            time = time.plus(Duration.ofHours(7));
            head = ledger.publishAt(time.minusSeconds(head % 3_600), List.of(event));
        }
        ExportedBooks books = ExportedBooks.of(ledger, 17);
        Selection all = new Selection(null, null, null, head);
        List<Seen> csv = new ArrayList<>();
        books.csv(all)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(fields -> csv.add(new Seen(fields[0], fields[7], fields[8] + ' ' + fields[9])));
        assertThat(csv).hasSizeGreaterThan(100);
        assertThat(csv).anyMatch(seen -> seen.amount.endsWith("USD")).anyMatch(seen -> seen.amount.endsWith("IRR"));
        assertThat(postings(books.hledger(all), " {4}; entry: (\\w+)", " {4}(\\S+) {2}(-?[\\d.]+ [A-Z]{3})"))
                .isEqualTo(csv);
        List<Seen> inBeancount = csv.stream().map(BooksExportIT::inBeancount).toList();
        assertThat(postings(books.beancount(all), " {2}entry: \"(\\w+)\"", " {2}(\\S+) {2}(-?[\\d.]+ [A-Z]{3})"))
                .isEqualTo(inBeancount);
    }

    private static Seen inBeancount(Seen seen) {
        StringBuilder name = new StringBuilder();
        for (String part : seen.account.split(":", -1)) {
            boolean channel = part.startsWith("ch-");
            name.append(name.isEmpty() ? "" : ":")
                    .append(
                            channel
                                    ? "C-ch-2d" + part.substring(3)
                                    : part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1));
        }
        return new Seen(seen.entryId, name.toString(), seen.amount);
    }

    private static List<Seen> postings(String text, String entry, String posting) {
        List<Seen> seen = new ArrayList<>();
        String entryId = "";
        for (String line : text.lines().toList()) {
            Matcher ofEntry = Pattern.compile(entry).matcher(line);
            Matcher ofPosting = Pattern.compile(posting).matcher(line);
            if (ofEntry.matches()) {
                entryId = ofEntry.group(1);
            } else if (ofPosting.matches()) {
                seen.add(new Seen(entryId, ofPosting.group(1), ofPosting.group(2)));
            }
        }
        return seen;
    }
}
