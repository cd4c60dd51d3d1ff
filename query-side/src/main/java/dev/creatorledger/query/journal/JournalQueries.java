package dev.creatorledger.query.journal;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.journal.AccountJson.AccountPosting;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.Reading.Cut;
import dev.creatorledger.query.view.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the books to auditors: the journal, the trial balance and single accounts, now or as of an instant (L1–L4). */
@RestController
public final class JournalQueries {

    private final Reading reading;
    private final AsOf asOf;
    private final StoredEvents events;
    private final Channels channels;
    private final Books books;
    private final BookedEvents booked;

    /** Answers balances from the view, and entries from the event store. */
    public JournalQueries(
            Reading reading, AsOf asOf, StoredEvents events, Channels channels, Books books, BookedEvents booked) {
        this.reading = reading;
        this.asOf = asOf;
        this.events = events;
        this.channels = channels;
        this.books = books;
        this.booked = booked;
    }

    /** The entries of the journal, newest first, up to now or to an instant (L1). */
    @GetMapping("/v1/audit/journal")
    public ResponseEntity<Page<EntryJson>> journal(
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            PageRequest page,
            AtLeast atLeast) {
        Moment moment = asOf.moment(asOfText);
        return reading.from(
                atLeast,
                events.head(),
                () -> Page.filled(
                        page,
                        part -> page(booked.newest(before(moment, part), part.limit() + 1), part),
                        stored -> booked.booked(stored).map(EntryJson::of)));
    }

    /** The trial balance, now or as of an instant (L3). */
    @GetMapping("/v1/audit/trial-balance")
    public ResponseEntity<TrialJson> trialBalance(
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText, AtLeast atLeast) {
        Moment moment = asOf.moment(asOfText);
        if (moment != null) {
            long then = moment.position();
            return reading.from(
                    AsOf.seen(moment, atLeast),
                    List.of(View.JOURNAL),
                    () -> TrialJson.of(moment.at(), then, books.allAsOf(then)));
        }
        return reading.asOfOnePosition(atLeast, View.JOURNAL, () -> {
            Books.Read read = books.all();
            return new Cut<>(read.position(), read.newest(), position -> TrialJson.of(null, position, read));
        });
    }

    /** An account with its postings, newest first, now or as of an instant (L3). */
    @GetMapping("/v1/audit/accounts/{account}")
    public ResponseEntity<AccountJson> account(
            @PathVariable("account") String name,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            PageRequest page,
            AtLeast atLeast) {
        Moment moment = asOf.moment(asOfText);
        Account account = require(name, moment, atLeast);
        if (moment != null) {
            long then = moment.position();
            return reading.from(
                    AsOf.seen(moment, atLeast),
                    List.of(View.JOURNAL),
                    () -> AccountJson.of(
                            account, moment.at(), then, books.ofAsOf(name, then), postings(account, moment, page)));
        }
        return reading.asOfOnePosition(atLeast, View.JOURNAL, () -> {
            Books.Read read = books.of(name);
            return new Cut<>(
                    read.position(),
                    read.newest(),
                    position -> AccountJson.of(account, null, position, read, postings(account, moment, page)));
        });
    }

    private Account require(String name, @Nullable Moment moment, AtLeast atLeast) {
        Account account = Account.named(name)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no account of this name"));
        ChannelId channelId = account.channelId();
        if (channelId != null) {
            // Another view than the balances: it may come to the position later.
            reading.from(AsOf.seen(moment, atLeast), List.of(View.CHANNELS), () -> channels.require(channelId, moment));
        }
        return account;
    }

    private Page<AccountPosting> postings(Account account, @Nullable Moment moment, PageRequest request) {
        return Page.filled(
                request,
                part -> page(booked.newest(account, before(moment, part), part.limit() + 1), part),
                stored -> booked.booked(stored).flatMap(one -> posting(one, account)));
    }

    private static Optional<AccountPosting> posting(BookedEvents.Booked one, Account account) {
        return one.entry().postedTo(account).map(amount -> AccountPosting.of(one, amount));
    }

    private static Page<StoredEvent> page(List<StoredEvent> found, PageRequest request) {
        return Page.of(found, request, stored -> Long.toString(stored.position()));
    }

    private static long before(@Nullable Moment moment, PageRequest page) {
        long end = moment == null ? Long.MAX_VALUE : moment.position() + 1;
        return page.after() == null ? end : Math.min(end, page.afterNumber());
    }
}
