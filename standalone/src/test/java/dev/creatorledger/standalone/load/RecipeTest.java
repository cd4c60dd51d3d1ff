package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Golden values: computed once with another language, from the words of the recipe alone. */
class RecipeTest {

    private final Recipe recipe = new Recipe();

    @Nested
    class AChannelsId {

        @Test
        void isTheBeginningOfTheHashOfItsTitle() {
            assertThat(Recipe.channelId("WWE")).isEqualTo("ch-473351ed3961d152");
            assertThat(Recipe.channelId("PinkVEVO")).isEqualTo("ch-905590102435499b");
        }

        @Test
        void isMadeOfTheTitlesUtf8() {
            assertThat(Recipe.channelId("تست")).isEqualTo("ch-3f7bad9447b80cc3");
        }
    }

    @Nested
    class AnImpression {

        @Test
        void hasItsTimeSpreadOverTheDayAndTheRestFromItsHash() {
            assertThat(recipe.impression(day("-2RVw2_QyxQ", "2017-11-14", 1), 0))
                    .isEqualTo(new SentImpression(
                            "-2RVw2_QyxQ:2017-11-14:0",
                            "-2RVw2_QyxQ",
                            "ad-0",
                            "PRE_ROLL",
                            1_510_617_600_000L,
                            4_737,
                            749));
            assertThat(recipe.impression(day("dQw4w9WgXcQ", "2017-12-01", 61), 53))
                    .isEqualTo(new SentImpression(
                            "dQw4w9WgXcQ:2017-12-01:53",
                            "dQw4w9WgXcQ",
                            "ad-3",
                            "PRE_ROLL",
                            1_512_086_400_000L + 75_068_852,
                            7_352,
                            1_113));
        }

        private VideoDay day(String videoId, String date, long impressions) {
            return new VideoDay(videoId, "title", LocalDate.parse(date), 0, impressions);
        }
    }

    @Nested
    class TheViewsOfADay {

        private final VideoDays days = new VideoDays();

        @Test
        void areTheDifferenceToTheRowBeforeAndOnePerCentOfTheFirst() {
            assertThat(views("2017-11-14", 250_199)).isEqualTo(2_501);
            assertThat(views("2017-11-15", 260_000)).isEqualTo(9_801);
            assertThat(views("2017-11-18", 259_000)).isZero();
            assertThat(views("2017-11-19", 259_001)).isEqualTo(1);
        }

        @Test
        void makeOneImpressionPerThousandAndOneAtLeast() {
            assertThat(impressions("2017-11-14", 199_900)).isEqualTo(1);
            assertThat(impressions("2017-11-15", 201_899)).isEqualTo(1);
            assertThat(impressions("2017-11-16", 203_899)).isEqualTo(2);
            assertThat(impressions("2017-11-17", 203_000)).isEqualTo(1);
        }

        @Test
        void belongToTheChannelOfTheFirstRow() {
            days.next(new ViewsRow(2, "v", "first", LocalDate.parse("2017-11-14"), 1));
            assertThat(days.next(new ViewsRow(3, "v", "second", LocalDate.parse("2017-11-15"), 1))
                            .channel())
                    .isEqualTo("first");
        }

        private long views(String date, long cumulative) {
            return days.next(new ViewsRow(2, "v", "c", LocalDate.parse(date), cumulative))
                    .views();
        }

        private long impressions(String date, long cumulative) {
            return days.next(new ViewsRow(2, "v", "c", LocalDate.parse(date), cumulative))
                    .impressions();
        }
    }
}
