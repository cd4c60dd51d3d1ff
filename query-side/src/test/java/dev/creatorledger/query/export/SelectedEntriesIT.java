package dev.creatorledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.journal.Entry;
import dev.creatorledger.query.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries in the order of days, however their times go back and whatever the pages are (U4). */
class SelectedEntriesIT {

    private static final Instant BEGINNING = Instant.parse("2026-01-30T22:30:00Z");
    private static final int MOST_MINUTES_BACK = 60;

    private final TestLedger ledger = new TestLedger();
    private final List<Known> known = new ArrayList<>();

    @AfterEach
    void close() {
        ledger.close();
    }

    private record Known(long position, Instant at, Optional<Entry> entry, @Nullable ChannelId channelId) {}

    private void store(Instant at, LedgerEvent event, @Nullable ChannelId channelId) {
        known.add(new Known(ledger.publishAt(at, List.of(event)), at, Journal.entryOf(event), channelId));
    }

    /** Times that go on by some minutes, and each back from there by less than an hour. */
    private void storeHistory(long seed) {
        Random random = new Random(seed);
        Instant time = BEGINNING;
        for (LedgerEvent event : MoneyHistory.of(seed, 2, 90)) {
            time = time.plus(Duration.ofMinutes(random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(40)));
            store(
                    time.minus(Duration.ofSeconds(random.nextInt(MOST_MINUTES_BACK * 60))),
                    event,
                    ChannelsOf.event(event));
        }
    }

    private List<Long> read(Selection selection, int page) throws IOException {
        List<Long> positions = new ArrayList<>();
        ExportedBooks.of(ledger, page)
                .entries()
                .read(selection, booked -> positions.add(booked.stored().position()));
        return positions;
    }

    private List<Long> expected(Selection selection) {
        return known.stream()
                .filter(one -> one.entry.isPresent() && one.position <= selection.head())
                .filter(one -> selection.covers(one.at))
                .filter(one ->
                        selection.channelId() == null || selection.channelId().equals(one.channelId))
                .sorted(Comparator.comparing((Known one) -> SelectedEntries.dayOf(one.at))
                        .thenComparing(Known::position))
                .map(Known::position)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areInTheOrderOfDaysAndOfPositionsWithinOne(long seed) throws IOException {
        storeHistory(seed);
        long head = known.get(known.size() - 1).position;
        Random random = new Random(seed);
        Instant some = known.get(known.size() / 3).at;
        Instant later = known.get(2 * known.size() / 3).at;
        List<Selection> selections = List.of(
                new Selection(null, null, null, head),
                new Selection(null, null, null, head / 2),
                new Selection(null, some, later, head),
                new Selection(null, later, null, head),
                new Selection(null, null, some.plusNanos(1_000), head),
                new Selection(History.channel(0), null, null, head),
                new Selection(History.channel(1), some, later.plusSeconds(1), head));
        for (Selection selection : selections) {
            int page = 1 + random.nextInt(7);
            assertThat(read(selection, page))
                    .as("%s in pages of %d", selection, page)
                    .isEqualTo(expected(selection));
            assertThat(read(selection, 1_000)).as("%s in one page", selection).isEqualTo(expected(selection));
        }
    }

    @Test
    void areReadAgainWhereADayEndsAmidTheNext() throws IOException {
        List<LedgerEvent> events = income(5);
        Instant midnight = Instant.parse("2026-02-01T00:00:00Z");
        List<Instant> times = List.of(
                midnight.minusSeconds(600),
                midnight.plusSeconds(100), // further than what the store itself puts in order
                midnight.minusSeconds(100),
                midnight.plusSeconds(200),
                midnight.minusSeconds(200));
        for (int i = 0; i < times.size(); i++) {
            store(times.get(i), events.get(i), null);
        }
        for (int page = 1; page <= 6; page++) {
            assertThat(read(new Selection(null, null, null, 5), page)).containsExactly(1L, 3L, 5L, 2L, 4L);
            assertThat(read(new Selection(null, midnight, null, 5), page)).containsExactly(2L, 4L);
            assertThat(read(new Selection(null, null, midnight, 5), page)).containsExactly(1L, 3L, 5L);
            assertThat(read(new Selection(null, null, null, 2), page)).containsExactly(1L, 2L);
        }
    }

    @Test
    void areNotGivenInAWrongOrderWhereTimesGoBackFurtherThanTheyMay() throws IOException {
        List<LedgerEvent> events = income(3);
        store(BEGINNING, events.get(0), null);
        store(BEGINNING.plus(Duration.ofDays(9)), events.get(1), null);
        store(BEGINNING.plus(Duration.ofDays(3)), events.get(2), null);
        assertThatIllegalStateException()
                .isThrownBy(() -> read(new Selection(null, null, null, 3), 10))
                .withMessageContaining("position 3 goes back from 2026-02-08");
    }

    @Test
    void areNoneWhereNothingWasBooked() throws IOException {
        assertThat(read(new Selection(null, null, null, 0), 10)).isEmpty();
        store(BEGINNING, History.of(1, 1, 1).get(0), null);
        assertThat(read(new Selection(null, BEGINNING, null, 1), 10)).isEmpty();
    }

    private static List<LedgerEvent> income(int count) {
        Predicate<LedgerEvent> books = event -> Journal.entryOf(event).isPresent();
        return MoneyHistory.of(5, 1, 200).stream().filter(books).limit(count).toList();
    }
}
