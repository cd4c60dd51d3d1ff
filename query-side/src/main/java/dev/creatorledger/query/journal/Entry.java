package dev.creatorledger.query.journal;

import dev.creatorledger.events.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one event books (L1): balanced in every currency, because it is made of transfers alone, and each takes from one
 * account what it gives to another.
 *
 * @param kind what happened, such as {@code PAYOUT_HELD}
 * @param reference what it happened to: a window, a payout, a day, a charge, a refund
 * @param postings at most one per account and currency, debits first; none if nothing was moved
 */
public record Entry(String kind, String reference, List<Posting> postings) {

    /** Copies the postings. */
    public Entry {
        postings = List.copyOf(postings);
    }

    /** What it posts to an account, if it does; an event moves money of one currency. */
    Optional<Money> postedTo(Account account) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .findFirst();
    }

    /** Gathers transfers. */
    static final class Transfers {

        private record Place(Account account, Currency currency) {}

        private final Map<Place, Money> places = new LinkedHashMap<>();

        /** Debits one account and credits another; a negative amount goes the other way round. */
        Transfers transfer(Account debit, Account credit, Money amount) {
            post(debit, amount);
            post(credit, Money.zero(amount.currency()).minus(amount));
            return this;
        }

        private void post(Account account, Money amount) {
            places.merge(new Place(account, amount.currency()), amount, Money::plus);
        }

        /** The postings: debits, then credits; what comes to nothing is left out. */
        List<Posting> postings() {
            List<Posting> debits = new ArrayList<>();
            List<Posting> credits = new ArrayList<>();
            places.forEach((place, amount) -> {
                if (amount.micros() != 0) {
                    (amount.isNegative() ? credits : debits).add(new Posting(place.account(), amount));
                }
            });
            debits.addAll(credits);
            return debits;
        }
    }
}
