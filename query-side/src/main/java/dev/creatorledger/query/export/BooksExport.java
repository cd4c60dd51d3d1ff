package dev.creatorledger.query.export;

import dev.creatorledger.query.journal.Account;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The books in a language of plain text accounting. What accounts hold is asserted at the end of each month in which
 * they were posted to, and of all of them at the end: who reads the file checks every balance again. Held in memory is
 * a sum per account and currency.
 */
public final class BooksExport implements ExportFormat {

    private final String name;
    private final String fileEnding;
    private final BooksText text;
    private final SelectedEntries entries;

    private BooksExport(String name, String fileEnding, BooksText text, SelectedEntries entries) {
        this.name = name;
        this.fileEnding = fileEnding;
        this.text = text;
        this.entries = entries;
    }

    /** For hledger. */
    public static BooksExport hledger(SelectedEntries entries) {
        return new BooksExport("hledger", "journal", new HledgerText(), entries);
    }

    /** For beancount. */
    public static BooksExport beancount(SelectedEntries entries) {
        return new BooksExport("beancount", "beancount", new BeancountText(), entries);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public String fileEnding() {
        return fileEnding;
    }

    @Override
    public void write(Selection selection, OutputStream out) throws IOException {
        Book book = new Book(out);
        book.write(text.head(selection));
        Instant from = selection.from();
        if (from != null) {
            entries.readEarlier(selection, book::carry);
            book.open(SelectedEntries.dayOf(from));
        }
        entries.read(selection, book::enter);
        book.end();
    }

    /** A book that is being written. */
    private final class Book {

        private final OutputStream out;
        private final RunningBalances balances = new RunningBalances();
        private final Set<Account> accounts = new HashSet<>();
        private final Set<String> currencies = new HashSet<>();

        /** That of the last entry. */
        private Optional<LocalDate> day = Optional.empty();

        Book(OutputStream out) {
            this.out = out;
        }

        void write(String words) throws IOException {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        }

        void carry(Booked earlier) {
            earlier.entry().postings().forEach(balances::add);
        }

        /** It adds up to zero by itself, for so does every entry. */
        void open(LocalDate first) throws IOException {
            List<Line> carried = balances.changed().stream()
                    .filter(line -> !line.isNothing())
                    .toList();
            if (!carried.isEmpty()) {
                declare(first, carried);
                write(text.opening(first, carried));
                day = Optional.of(first);
            }
        }

        void enter(Booked booked) throws IOException {
            ExportedEntry entry = ExportedEntry.of(booked);
            endMonthBefore(entry.day());
            declare(entry.day(), entry.lines());
            write(text.entry(entry));
            booked.entry().postings().forEach(balances::add);
            day = Optional.of(entry.day());
        }

        private void endMonthBefore(LocalDate next) throws IOException {
            if (day.isEmpty()) {
                return;
            }
            YearMonth month = YearMonth.from(day.get());
            if (!month.equals(YearMonth.from(next))) {
                assertThat(month.atEndOfMonth(), balances.changed());
            }
        }

        void end() throws IOException {
            if (day.isPresent()) {
                assertThat(day.get(), declared(balances.all()));
            }
        }

        private void assertThat(LocalDate end, List<Line> held) throws IOException {
            if (!held.isEmpty()) {
                write(text.balances(end, held));
            }
        }

        private void declare(LocalDate first, List<Line> lines) throws IOException {
            for (Line line : lines) {
                if (currencies.add(line.amount().currency())) {
                    write(text.commodity(first, line.amount().currency()));
                }
                if (accounts.add(line.account())) {
                    write(text.account(first, line.account()));
                }
            }
        }

        /** What was posted to before the period, came to nothing and was left alone since, is not in the book. */
        private List<Line> declared(List<Line> lines) {
            return lines.stream()
                    .filter(line -> accounts.contains(line.account())
                            && currencies.contains(line.amount().currency()))
                    .toList();
        }
    }
}
