package dev.creatorledger.platform.membership;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.policy.MembershipPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel that decides whether it can turn memberships on (B1).
 *
 * @param adProgramme where it stands in the ad-revenue programme
 * @param country its country
 * @param madeForKids whether it is made for kids
 * @param videos how many videos it has
 * @param madeForKidsVideos how many of them are made for kids
 * @param ineligibleVideos how many of them are made for kids or have a music claim
 * @param termsAccepted whether the terms are accepted, by itself or by its network
 * @param networkTermsAccepted whether its network has accepted them; null if it belongs to none
 * @param causes the causes of pause that are open
 */
public record ProgrammeFacts(
        String adProgramme,
        String country,
        boolean madeForKids,
        long videos,
        long madeForKidsVideos,
        long ineligibleVideos,
        boolean termsAccepted,
        @Nullable Boolean networkTermsAccepted,
        Set<PauseCause> causes) {

    private static final String ENROLLED = "ENROLLED";
    private static final int BPS_OF_PERCENT = 100;
    private static final int WHOLE_BPS = 10_000;

    /**
     * One condition, with what it requires and what is.
     *
     * @param code its stable code (contract, "Shapes")
     * @param required a value, or the most that is allowed in percent
     * @param actual the value that was found
     * @param met whether it is met
     */
    public record Condition(String code, Object required, Object actual, boolean met) {}

    /** Every condition of B1, in its order; that of the network only for a channel that belongs to one. */
    public List<Condition> conditions(MembershipPolicy policy) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition(ENROLLED, ENROLLED, adProgramme, ENROLLED.equals(adProgramme)));
        conditions.add(new Condition(
                "COUNTRY",
                List.copyOf(new TreeSet<>(policy.countries())),
                country,
                policy.countries().contains(country)));
        conditions.add(new Condition("CHANNEL_MADE_FOR_KIDS", false, madeForKids, !madeForKids));
        conditions.add(atMost("VIDEOS_MADE_FOR_KIDS", madeForKidsVideos, policy.maxMadeForKidsBps()));
        conditions.add(atMost("VIDEOS_INELIGIBLE", ineligibleVideos, policy.maxIneligibleBps()));
        conditions.add(new Condition("TERMS", true, termsAccepted, termsAccepted));
        if (networkTermsAccepted != null) {
            conditions.add(new Condition("NETWORK_TERMS", true, networkTermsAccepted, networkTermsAccepted));
        }
        conditions.add(new Condition("CAUSES", List.of(), List.copyOf(new TreeSet<>(causes)), causes.isEmpty()));
        return conditions;
    }

    /** A share of all videos, compared as whole numbers and shown in percent, rounded up to hundredths. */
    private Condition atMost(String code, long some, int maxBps) {
        BigDecimal percent = videos == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(some)
                        .multiply(BigDecimal.valueOf(BPS_OF_PERCENT))
                        .divide(BigDecimal.valueOf(videos), 2, RoundingMode.UP);
        BigDecimal required = BigDecimal.valueOf(maxBps, 2).stripTrailingZeros();
        boolean met = Math.multiplyExact(some, (long) WHOLE_BPS) <= Math.multiplyExact(videos, (long) maxBps);
        return new Condition(code, new BigDecimal(required.toPlainString()), percent, met);
    }
}
