package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.view.Reading.Cut;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** L3: balances that were read while a batch was being written are not shown. */
class ReadingTest {

    private static final ViewGroup GROUP = new ViewGroup(ViewGroup.BOOKS, List.of(Books.VIEW), true);
    private static final AtLeast ANY = new AtLeast(0);

    private final ViewPositions positions = new ViewPositions(List.of(GROUP));
    private int reads;

    private Cut<String> cut(long position, long newest) {
        reads++;
        return new Cut<>(position, newest, named -> "as of " + named);
    }

    @Test
    void names_what_the_view_has_reached_if_nothing_newer_was_read() {
        positions.reached(GROUP.name(), 0, 9);
        ResponseEntity<String> answer =
                new Reading(positions, Duration.ofMillis(50)).asOfOnePosition(ANY, View.JOURNAL, () -> cut(5, 5));
        assertThat(answer.getBody()).isEqualTo("as of 9");
        assertThat(answer.getHeaders().getFirst(AtLeast.POSITION_HEADER)).isEqualTo("9");
    }

    @Test
    void reads_again_once_the_batch_is_written() {
        positions.reached(GROUP.name(), 0, 5);
        Reading reading = new Reading(positions, Duration.ofSeconds(20));
        ResponseEntity<String> answer = reading.asOfOnePosition(ANY, View.JOURNAL, () -> {
            if (reads > 0) {
                return cut(8, 8);
            }
            positions.reached(GROUP.name(), 0, 8);
            return cut(5, 7);
        });
        assertThat(reads).isEqualTo(2);
        assertThat(answer.getBody()).isEqualTo("as of 8");
    }

    @Test
    void is_behind_if_the_batch_is_never_written() {
        Reading reading = new Reading(positions, Duration.ofMillis(20));
        assertThatThrownBy(() -> reading.asOfOnePosition(ANY, View.JOURNAL, () -> cut(5, 7)))
                .isInstanceOf(Refusal.class);
    }
}
