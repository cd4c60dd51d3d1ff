package dev.creatorledger.query.export;

import dev.creatorledger.query.journal.Account;
import java.time.LocalDate;
import java.util.List;

/** A language of plain text accounting: what is said, word by word, by functions of nothing but their arguments. */
interface BooksText {

    /** What stands before everything else. */
    String head(Selection selection);

    /** Declares a currency, before its first use. */
    String commodity(LocalDate day, String currency);

    /** Declares an account, before its first use. */
    String account(LocalDate day, Account account);

    /** Enters what accounts held before the period began. */
    String opening(LocalDate day, List<Line> balances);

    /** Enters an event's entry. */
    String entry(ExportedEntry entry);

    /** Asserts what accounts hold at the end of a day; who reads it checks it. */
    String balances(LocalDate day, List<Line> balances);

    /** What is exported, in words. */
    static String inWords(Selection selection) {
        StringBuilder words = new StringBuilder("Creator Ledger: the books up to position ").append(selection.head());
        if (selection.channelId() != null) {
            words.append(", of channel ").append(selection.channelId().value());
        }
        if (selection.from() != null) {
            words.append(", recorded from ").append(selection.from());
        }
        if (selection.to() != null) {
            words.append(", recorded before ").append(selection.to());
        }
        return words.toString();
    }
}
