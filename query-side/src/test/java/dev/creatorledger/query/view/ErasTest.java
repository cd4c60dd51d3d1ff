package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A state that lasts over the end of an era is found by every position in which it lasts, and by no other. */
class ErasTest {

    @Property
    void a_state_is_filed_where_it_is_looked_for(
            @ForAll @LongRange(min = 1, max = 5) long size,
            @ForAll @LongRange(min = 0, max = 300) long at,
            @ForAll @LongRange(min = 1, max = 300) long lasting,
            @ForAll @LongRange(min = 0, max = 700) long position) {
        Eras eras = new Eras(size);
        long until = at + lasting;
        if (!eras.endedBetween(at, until)) {
            return;
        }
        long before = eras.before(position);
        long fork = eras.fork(at, until);
        boolean found = (eras.earlierForks(position).contains(fork) && until > before)
                || (eras.laterForks(position, 1_000).contains(fork) && at <= before);
        assertThat(found).isEqualTo(at <= before && before < until);
    }

    @Property
    void there_are_few_places_to_look_at_whatever_the_position(@ForAll @LongRange(min = 0) long position) {
        Eras eras = new Eras(65_536);
        assertThat(eras.earlierForks(position)).hasSizeLessThan(64).doesNotHaveDuplicates();
        assertThat(eras.laterForks(position, Long.MAX_VALUE))
                .hasSizeLessThan(65)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void a_document_that_nothing_has_changed_leaves_nothing_behind() {
        Eras eras = new Eras(10);
        assertThat(eras.endedBetween(ViewDocument.UNSEEN, 25)).isFalse();
        assertThat(eras.endedBetween(19, 20)).isTrue();
        assertThat(eras.endedBetween(20, 29)).isFalse();
        assertThat(eras.endedBetween(29, 20)).as("delivered again").isFalse();
        assertThat(eras.before(29)).isEqualTo(19);
    }

    @Test
    void an_era_has_at_least_one_position() {
        assertThatThrownBy(() -> new Eras(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
