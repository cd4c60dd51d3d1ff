package dev.creatorledger.command.policy;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.policy.SetPolicies.ad;
import static dev.creatorledger.command.policy.SetPolicies.memberships;
import static dev.creatorledger.command.policy.SetPolicies.payouts;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.MembershipPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("V1 A version of a policy")
class PolicyVersionsTest {

    private static final String NOW = "2026-06-15T10:00:00Z";
    private static final String JULY = "2026-07-01T00:00:00Z";
    private static final String AUGUST = "2026-08-01T00:00:00Z";

    private static <T> ResultValidator<T> after(Class<T> type, Object command, PolicyEvent... past) {
        return new AggregateTestFixture<>(type)
                .registerInjectableResource(Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC))
                .given(List.of(past))
                .when(command);
    }

    private static ResultValidator<AdPolicyVersions> afterAds(Object command, PolicyEvent... past) {
        return after(AdPolicyVersions.class, command, past);
    }

    private static AdPolicy followers(int version, long required) {
        AdPolicy it = AdPolicy.DEFAULT;
        return new AdPolicy(
                version,
                required,
                it.requiredWatchTime(),
                it.watchPeriod(),
                it.shareFloorBps(),
                it.qualifyingMillis(),
                it.maxAhead(),
                it.bookable());
    }

    private static AdPolicySet set(String from, AdPolicy policy) {
        return new AdPolicySet(Instant.parse(from), policy);
    }

    @Nested
    class OfAds {

        @Test
        void takesOverWhatIsNotGivenFromTheVersionBefore() {
            afterAds(ad(JULY, Map.of("requiredFollowers", 500)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(set(JULY, followers(2, 500)));
        }

        @Test
        void goesByItsTimeAndNotByTheOrderInWhichVersionsAreSet() {
            PolicyEvent inAugust = set(AUGUST, followers(2, 900));
            afterAds(ad(JULY, Map.of("qualifyingMillis", 5_000)), inAugust)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(set(
                            JULY,
                            new AdPolicy(
                                    3,
                                    200,
                                    Duration.ofHours(3_000),
                                    Period.ofMonths(3),
                                    5_000,
                                    5_000,
                                    Duration.ofMinutes(5),
                                    Duration.ofHours(24))));
        }

        @Test
        void canSayAllOfIt() {
            Map<String, Object> all = Map.of(
                    "requiredFollowers", 1,
                    "requiredWatchHours", 2,
                    "watchMonths", 12,
                    "shareFloorBps", 6_000,
                    "qualifyingMillis", 7,
                    "maxAheadMinutes", 8,
                    "bookableMinutes", 90);
            AdPolicy said = new AdPolicy(
                    2,
                    1,
                    Duration.ofHours(2),
                    Period.ofMonths(12),
                    6_000,
                    7,
                    Duration.ofMinutes(8),
                    Duration.ofMinutes(90));
            afterAds(ad(JULY, all)).expectSuccessfulHandlerExecution().expectEvents(set(JULY, said));
        }

        @Test
        void isQuietWhenRepeated_evenOnceItsTimeHasPassed() {
            String past = "2026-06-01T00:00:00Z";
            for (String from : List.of(past, NOW, JULY)) {
                afterAds(ad(from, Map.of("requiredFollowers", 500)), set(from, followers(2, 500)))
                        .expectSuccessfulHandlerExecution()
                        .expectNoEvents();
            }
        }

        @Test
        void replacesOneOfTheSameTimeWithoutTouchingIt() {
            afterAds(ad(JULY, Map.of("requiredFollowers", 600)), set(JULY, followers(2, 500)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(set(JULY, followers(3, 600)));
            afterAds(
                            ad(JULY, Map.of("requiredFollowers", 500)),
                            set(JULY, followers(2, 500)),
                            set(JULY, followers(3, 600)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(set(JULY, followers(4, 500)));
        }

        @Test
        void comesIntoForceNowOrLater() {
            afterAds(ad(NOW, Map.of("requiredFollowers", 500)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(set(NOW, followers(2, 500)));
            afterAds(ad("2026-06-15T09:59:59.999999999Z", Map.of("requiredFollowers", 200)))
                    .expectException(refused(ErrorCode.EFFECTIVE_IN_PAST))
                    .expectNoEvents();
            String past = "2026-06-01T00:00:00Z";
            afterAds(ad(past, Map.of("requiredFollowers", 501)), set(past, followers(2, 500)))
                    .expectException(refused(ErrorCode.EFFECTIVE_IN_PAST))
                    .expectNoEvents();
        }

        @Test
        void isOneOfAThousandAtMost() {
            PolicyEvent[] full = IntStream.rangeClosed(2, PolicyRules.MOST_VERSIONS)
                    .mapToObj(number -> set(JULY, followers(number, number)))
                    .toArray(PolicyEvent[]::new);
            afterAds(ad(AUGUST, Map.of("requiredFollowers", 1)), full)
                    .expectException(refused(ErrorCode.TOO_MANY_VERSIONS))
                    .expectNoEvents();
        }
    }

    @Nested
    class OfPayouts {

        private static Map<String, Object> threshold(String currency, String amount) {
            return Map.of("thresholds", Map.of(currency, Map.of("amount", amount, "currency", currency)));
        }

        @Test
        void changesTheThresholdsThatItNames_andAddsCurrencies() {
            Map<Currency, Money> thresholds = new HashMap<>(PayoutPolicy.DEFAULT.thresholds());
            thresholds.put(Money.IRR, Money.ofMajor("5000000", Money.IRR));
            PayoutPolicySet second =
                    new PayoutPolicySet(Instant.parse(JULY), new PayoutPolicy(2, Map.copyOf(thresholds), 7, 5));
            after(PayoutPolicyVersions.class, payouts(JULY, threshold("IRR", "5000000")))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(second);
            Currency pound = Currency.getInstance("GBP");
            thresholds.put(pound, Money.ofMajor("80", pound));
            after(PayoutPolicyVersions.class, payouts(AUGUST, threshold("GBP", "80")), second)
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new PayoutPolicySet(Instant.parse(AUGUST), new PayoutPolicy(3, thresholds, 7, 5)));
        }

        @Test
        void warnsWithinItsDeadline() {
            after(PayoutPolicyVersions.class, payouts(JULY, Map.of("warningDays", 8)))
                    .expectException(refused(ErrorCode.WARNING_AFTER_DEADLINE))
                    .expectNoEvents();
            after(PayoutPolicyVersions.class, payouts(JULY, Map.of("businessDays", 4)))
                    .expectException(refused(ErrorCode.WARNING_AFTER_DEADLINE))
                    .expectNoEvents();
            PayoutPolicy shorter = new PayoutPolicy(2, PayoutPolicy.DEFAULT.thresholds(), 4, 4);
            after(PayoutPolicyVersions.class, payouts(JULY, Map.of("businessDays", 4, "warningDays", 4)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new PayoutPolicySet(Instant.parse(JULY), shorter));
        }
    }

    @Nested
    class OfMemberships {

        @Test
        void canSayAllOfIt() {
            Map<String, Object> all = Map.of(
                    "countries", List.of("IR", "MY"),
                    "maxMadeForKidsPercent", 5,
                    "maxIneligiblePercent", 6,
                    "maxTiers", 7,
                    "shareBps", 8_000,
                    "retryDays", List.of(2, 4),
                    "longestPauseDays", 90,
                    "bookableMinutes", 0);
            MembershipPolicy said = new MembershipPolicy(
                    2, Set.of("IR", "MY"), 500, 600, 7, 8_000, List.of(2, 4), Duration.ofDays(90), Duration.ZERO);
            after(MembershipPolicyVersions.class, memberships(JULY, all))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new MembershipPolicySet(Instant.parse(JULY), said));
        }
    }
}
