package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealFileFiguresTest {

    @Test
    void areThoseThatWerePublishedWithIt() {
        FileSummary summary = FileSummary.of(new ViewsFile(RealFile.orSkip()));

        assertThat(summary.rows()).isEqualTo(4_998);
        assertThat(summary.videos()).isEqualTo(1_260);
        assertThat(summary.channels()).hasSize(754);
        assertThat(summary.channelsWithVideos()).isEqualTo(751);
        assertThat(summary.impressions()).isEqualTo(831_475);
        assertThat(summary.from()).hasToString("2017-11-14");
        assertThat(summary.to()).hasToString("2017-12-10");
        assertThat(summary.backfillId()).isEqualTo("load-dd59efc407d3425a");
    }

    /** The sums were computed once with another language. */
    @Test
    void comeToTheSameSumsInAnotherLanguage() {
        ViewsFile file = new ViewsFile(RealFile.orSkip());
        VideoDays days = new VideoDays();
        Recipe recipe = new Recipe();
        Set<String> hours = new HashSet<>();
        long[] qualified = new long[2];
        file.read(
                row -> {
                    VideoDay day = days.next(row);
                    for (long k = 0; k < day.impressions(); k++) {
                        SentImpression impression = recipe.impression(day, k);
                        hours.add(day.channel() + impression.shownAtMillis() / 3_600_000);
                        if (impression.watchedMillis() >= 4_000) {
                            qualified[0]++;
                            qualified[1] += impression.netRial();
                        }
                    }
                },
                bad -> {
                    throw bad;
                });

        assertThat(hours).hasSize(67_995);
        assertThat(qualified[0]).isEqualTo(415_548);
        assertThat(BigInteger.valueOf(qualified[1]).multiply(BigInteger.valueOf(500_000)))
                .isEqualTo(new BigInteger("176818289000000"));
    }
}
