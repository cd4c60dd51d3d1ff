package dev.creatorledger.query.export;

import dev.creatorledger.query.journal.Account;
import java.time.LocalDate;
import java.util.List;

/** hledger's journal format, as {@code hledger check --strict ordereddates} takes it. */
final class HledgerText implements BooksText {

    @Override
    public String head(Selection selection) {
        return "; " + BooksText.inWords(selection) + "\ndecimal-mark .\n\n";
    }

    /** Six decimals: entries must balance to the micro. */
    @Override
    public String commodity(LocalDate day, String currency) {
        return "commodity 1000.000000 " + currency + "\n\n";
    }

    @Override
    public String account(LocalDate day, Account account) {
        return "account " + account.name() + "\n\n";
    }

    @Override
    public String opening(LocalDate day, List<Line> balances) {
        StringBuilder text = new StringBuilder().append(day).append(" OPENING\n");
        balances.forEach(line -> posting(text, line).append('\n'));
        return text.append('\n').toString();
    }

    @Override
    public String entry(ExportedEntry entry) {
        StringBuilder text = new StringBuilder()
                .append(entry.day())
                .append(" (")
                .append(entry.sequence())
                .append(") ")
                .append(entry.kind())
                .append(" | ")
                .append(entry.reference())
                .append('\n');
        tag(text, "entry", entry.entryId());
        tag(text, "event", entry.eventId());
        tag(text, "sequence", Long.toString(entry.sequence()));
        tag(text, "at", entry.at().toString());
        tag(text, "type", entry.type());
        tag(text, "kind", entry.kind());
        tag(text, "reference", entry.reference());
        entry.lines().forEach(line -> posting(text, line).append('\n'));
        return text.append('\n').toString();
    }

    @Override
    public String balances(LocalDate day, List<Line> balances) {
        StringBuilder text = new StringBuilder().append(day).append(" BALANCES\n");
        balances.forEach(line -> text.append("    ")
                .append(line.account().name())
                .append("  0 ")
                .append(line.amount().currency())
                .append(" = ")
                .append(amount(line))
                .append('\n'));
        return text.append('\n').toString();
    }

    private static void tag(StringBuilder text, String name, String value) {
        text.append("    ; ").append(name).append(": ").append(value).append('\n');
    }

    private static StringBuilder posting(StringBuilder text, Line line) {
        return text.append("    ").append(line.account().name()).append("  ").append(amount(line));
    }

    private static String amount(Line line) {
        return line.amount().amount() + ' ' + line.amount().currency();
    }
}
