package dev.creatorledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChannelLineTest {

    @Test
    void sumsTheBucketsOfEstimatedAndFinalIncome() {
        ChannelLine line = ChannelLine.of(
                "t",
                JsonMapper.shared()
                        .readTree(
                                """
                {"items":[
                {"period":"2026-11-21","estimated":{"amount":"0","currency":"IRR"},
                 "final":{"amount":"650.5","currency":"IRR"},"qualified":2,"notQualified":1,"views":3},
                {"period":"2026-11-22","estimated":{"amount":"349.5","currency":"IRR"},"qualified":0,"views":0}]}"""));

        assertThat(line).isEqualTo(new ChannelLine("t", new BigDecimal("349.5"), new BigDecimal("650.5"), 2, 1, 3));
        assertThat(line.total()).isEqualByComparingTo("1000");
        assertThat(line.qualifiedPerMille()).isEqualTo(666);
    }

    @Test
    void tellsTheRpmInTomanRoundedDown() { // A12, M2
        assertThat(line("1000", 3).rpmToman()).isEqualTo(33_333);
        assertThat(line("1000", 0).rpmToman()).isZero();
    }

    @Test
    void tellsTenRialAsOneToman() { // M2
        assertThat(ChannelLine.toman(new BigDecimal("1009.999999"))).isEqualTo(100);
    }

    private static ChannelLine line(String estimated, long views) {
        return new ChannelLine("t", new BigDecimal(estimated), BigDecimal.ZERO, 1, 0, views);
    }
}
