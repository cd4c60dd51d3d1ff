package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @Nested
    class Limits {

        @Test
        void areFiftyUnlessSaidOtherwise() {
            assertThat(PageRequest.parse(null, null)).isEqualTo(new PageRequest(50, null));
        }

        @Test
        void lieBetweenOneAndFiveHundred() {
            assertThat(PageRequest.parse("1", null).limit()).isEqualTo(1);
            assertThat(PageRequest.parse("500", null).limit()).isEqualTo(500);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "501", "-1", "", "ten", "1e2", "99999999999"})
        void areRefusedOtherwise(String limit) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.parse(limit, null));
        }
    }

    /** What is shown of the numbers from 1 to an end. */
    @Nested
    class Filled {

        private Page<Integer> numbers(PageRequest part, int end) {
            List<Integer> found = IntStream.rangeClosed((int) part.afterNumber() + 1, end)
                    .limit(part.limit() + 1L)
                    .boxed()
                    .toList();
            return Page.of(found, part, Object::toString);
        }

        private List<List<Integer>> pages(int limit, int end, Predicate<Integer> shown) {
            List<List<Integer>> pages = new ArrayList<>();
            String cursor = null;
            do {
                Page<Integer> page = Page.filled(
                        PageRequest.parse(Integer.toString(limit), cursor),
                        part -> numbers(part, end),
                        number -> Optional.of(number).filter(shown));
                pages.add(page.items());
                cursor = page.next();
            } while (cursor != null);
            return pages;
        }

        @Test
        void areFullWhereverTheirItemsStand() {
            assertThat(pages(2, 4_000, number -> number % 1_000 == 7))
                    .containsExactly(List.of(7, 1_007), List.of(2_007, 3_007));
            assertThat(pages(3, 5, number -> true)).containsExactly(List.of(1, 2, 3), List.of(4, 5));
            assertThat(pages(5, 5, number -> true)).containsExactly(List.of(1, 2, 3, 4, 5));
        }

        @Test
        void areEmptyWhereNothingIsShown() {
            assertThat(pages(50, 1_200, number -> false)).containsExactly(List.of());
        }

        @Test
        void areShortRatherThanReadWithoutABound() {
            List<List<Integer>> pages = pages(2, 25_000, number -> number == 25_000);
            assertThat(pages.get(0)).isEmpty();
            assertThat(pages.get(pages.size() - 1)).containsExactly(25_000);
            assertThat(pages).hasSizeLessThan(4);
        }
    }

    @Nested
    class Cursors {

        @Test
        void leadFromPageToPage() {
            PageRequest first = PageRequest.parse("2", null);
            Page<String> page = Page.of(List.of("a", "b", "ç"), first, key -> key);
            assertThat(page.items()).containsExactly("a", "b");
            assertThat(PageRequest.parse("2", page.next()).after()).isEqualTo("b");
        }

        @Test
        void areAbsentOnTheLastPage() {
            assertThat(Page.of(List.of("a", "b"), PageRequest.parse("2", null), key -> key)
                            .next())
                    .isNull();
        }

        @Test
        void canHoldNumbers() {
            assertThat(PageRequest.parse(null, PageRequest.encode("42")).afterNumber())
                    .isEqualTo(42);
            assertThat(PageRequest.parse(null, null).afterNumber()).isZero();
            PageRequest words = PageRequest.parse(null, PageRequest.encode("b"));
            assertThatExceptionOfType(Refusal.class).isThrownBy(words::afterNumber);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "***", "a b", "_w", "A"})
        void areRefusedWhenMalformed(String cursor) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageRequest.parse(null, cursor));
        }
    }

    @Nested
    class Positions {

        @Test
        void areWholeNumbers() {
            assertThat(AtLeast.parse("184467")).isEqualTo(new AtLeast(184_467));
            assertThat(AtLeast.parse(null)).isEqualTo(new AtLeast(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-1", "+1", "1.5", "x", "1234567890123456789", "١"})
        void areRefusedOtherwise(String position) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> AtLeast.parse(position));
        }
    }
}
