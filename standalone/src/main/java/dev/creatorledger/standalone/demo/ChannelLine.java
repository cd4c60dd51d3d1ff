package dev.creatorledger.standalone.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/**
 * A channel's line in the report, summed over the buckets of its earnings.
 *
 * @param title the channel's title
 * @param estimated income of open windows, in rial
 * @param settled final income, in rial
 * @param qualified impressions that earned
 * @param notQualified impressions that were watched too briefly
 * @param views views of the same days
 */
record ChannelLine(
        String title, BigDecimal estimated, BigDecimal settled, long qualified, long notQualified, long views) {

    /** Sums the buckets of an answer about earnings. */
    static ChannelLine of(String title, JsonNode earnings) {
        ChannelLine sum = new ChannelLine(title, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);
        for (JsonNode item : earnings.path("items")) {
            sum = new ChannelLine(
                    title,
                    sum.estimated.add(amount(item, "estimated")),
                    sum.settled.add(amount(item, "final")),
                    sum.qualified + item.path("qualified").asLong(0),
                    sum.notQualified + item.path("notQualified").asLong(0),
                    sum.views + item.path("views").asLong(0));
        }
        return sum;
    }

    /** Estimated and final income together, in rial. */
    BigDecimal total() {
        return estimated.add(settled);
    }

    /** The part of the booked impressions that earned, in tenths of a percent. */
    long qualifiedPerMille() {
        long booked = qualified + notQualified;
        return booked == 0 ? 0 : qualified * 1_000 / booked;
    }

    /** Income per thousand views in toman, rounded down (A12). */
    long rpmToman() {
        if (views == 0) {
            return 0;
        }
        BigDecimal perThousand = total().movePointRight(3).divide(BigDecimal.valueOf(views), 6, RoundingMode.DOWN);
        return toman(perThousand);
    }

    /** Whole toman of an amount in rial, rounded down (M2). */
    static long toman(BigDecimal rial) {
        return rial.movePointLeft(1).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static BigDecimal amount(JsonNode item, String name) {
        return new BigDecimal(item.path(name).path("amount").asString("0"));
    }
}
