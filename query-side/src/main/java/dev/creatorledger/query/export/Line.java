package dev.creatorledger.query.export;

import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.journal.Account;
import dev.creatorledger.query.journal.Posting;

/**
 * A line of an entry, or what an account holds.
 *
 * @param amount major units, exact; debit positive
 */
record Line(Account account, MoneyJson amount) {

    static Line of(Posting posting) {
        return new Line(posting.account(), MoneyJson.of(posting.amount()));
    }

    /** Whether it holds nothing. */
    boolean isNothing() {
        return amount.amount().equals("0");
    }
}
