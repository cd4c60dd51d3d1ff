package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ProgrammeScenario.set;
import static dev.creatorledger.command.channel.ProgrammeScenario.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeCommand.PutTier;
import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Violation;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.axonframework.commandhandling.CommandResultMessage;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B3 Tiers")
class TiersTest {

    private static final Tier BRONZE = tier("bronze", 1, "500000");
    private static final Tier GOLD = tier("gold", 3, "1500000");

    private static ChannelScenario withTwo() {
        return registered().after(set(BRONZE), set(GOLD));
    }

    private static void accepts(ChannelScenario channel, Tier tier) {
        channel.when(new PutTier(CHANNEL, tier))
                .expectSuccessfulHandlerExecution()
                .expectEvents(set(tier));
    }

    private static void refuses(ChannelScenario channel, Tier tier, ErrorCode code) {
        channel.when(new PutTier(CHANNEL, tier)).expectNoEvents().expectException(refused(code));
    }

    private static Tier priced(String amount, String currency) {
        return new Tier(
                BRONZE.tierId(),
                BRONZE.title(),
                BRONZE.rank(),
                Money.ofMajor(amount, Currency.getInstance(currency)),
                false,
                List.of());
    }

    @Test
    void areMadeWhateverTheProgrammesState() {
        accepts(registered(), BRONZE);
        accepts(ProgrammeScenario.on(), BRONZE);
        accepts(ProgrammeScenario.paused().at(NOW.minus(Duration.ofDays(30))).at(NOW), BRONZE);
    }

    @Test
    void areQuietWhenGivenAgainAsTheyAre() {
        withTwo()
                .when(new PutTier(CHANNEL, GOLD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void canChangeTheirNamePerksAndPriceAndBeClosed() {
        Perk badge = new Perk(Perk.Kind.BADGE, "A golden spoon", null);
        accepts(
                withTwo(),
                new Tier(GOLD.tierId(), "Chef", 2, Money.ofMajor("500001", Money.IRR), true, List.of(badge)));
    }

    @Nested
    class Ranks {

        @Test
        void areUnique() {
            withTwo()
                    .when(new PutTier(CHANNEL, tier("silver", 3, "1600000")))
                    .expectNoEvents()
                    .expectException(refused(
                            ErrorCode.RANK_TAKEN, new Violation("RANK_TAKEN", "rank", "a rank of no other tier", 3)));
        }

        @ParameterizedTest
        @CsvSource({"0, 499999", "2, 500001", "2, 1499999", "4, 1500001"})
        void higherOnesCostMore(int rank, String price) {
            accepts(withTwo(), tier("silver", rank, price));
        }

        @ParameterizedTest
        @CsvSource({"0, 500000", "0, 600000", "2, 500000", "2, 1500000", "2, 400000", "4, 1500000", "4, 1"})
        void neverTheSameOrLess(int rank, String price) {
            refuses(withTwo(), tier("silver", rank, price), ErrorCode.PRICE_AGAINST_RANK);
        }

        @Test
        void areHeldToWhenATierIsGivenAnew() {
            refuses(withTwo(), tier("gold", 3, "500000"), ErrorCode.PRICE_AGAINST_RANK);
            refuses(withTwo(), tier("gold", 0, "1500000"), ErrorCode.PRICE_AGAINST_RANK);
            refuses(withTwo(), tier("gold", 1, "1500000"), ErrorCode.RANK_TAKEN);
        }
    }

    @Nested
    class Prices {

        @Test
        @DisplayName("M2 are in one currency, that of the first tier")
        void areInOneCurrency() {
            withTwo()
                    .when(new PutTier(CHANNEL, priced("5", "USD")))
                    .expectNoEvents()
                    .expectException(refused(
                            ErrorCode.TIER_CURRENCY_FIXED,
                            new Violation(
                                    "TIER_CURRENCY_FIXED", "monthlyPrice", Money.IRR, Currency.getInstance("USD"))));
            accepts(registered(), priced("4.99", "USD"));
        }

        @ParameterizedTest
        @CsvSource({"0.5, IRR", "0, IRR", "-1, IRR", "0.001, USD", "1.5, JPY"})
        @DisplayName("M5 are whole numbers of the smallest payable unit, above zero")
        void areWholeNumbersOfWhatCanBePaid(String amount, String currency) {
            refuses(registered(), priced(amount, currency), ErrorCode.PRICE_NOT_PAYABLE);
        }
    }

    @Nested
    class Their_number {

        private ChannelScenario having(int tiers) {
            ChannelScenario channel = registered();
            for (int rank = 1; rank <= tiers; rank++) {
                channel.after(set(tier("t" + rank, rank, rank + "00000")));
            }
            return channel;
        }

        @Test
        void isSixAtMost() {
            accepts(having(5), tier("t6", 6, "600000"));
            having(6)
                    .when(new PutTier(CHANNEL, tier("t7", 7, "700000")))
                    .expectNoEvents()
                    .expectException(
                            refused(ErrorCode.TOO_MANY_TIERS, new Violation("TOO_MANY_TIERS", null, "at most 6", 7)));
        }

        @Test
        void doesNotKeepOneOfSixFromChanging() {
            accepts(having(6), tier("t6", 6, "600001"));
        }
    }

    @Test
    @DisplayName("B3 the price at a period's start is known by its time")
    void whatATierCostAtATime() {
        registered()
                .after(
                        new TierSet(CHANNEL, BRONZE, NOW),
                        new TierSet(CHANNEL, tier("bronze", 2, "500000"), NOW.plusSeconds(1)),
                        new TierSet(CHANNEL, tier("bronze", 2, "700000"), NOW.plusSeconds(2)))
                .when(new AskProgramme(CHANNEL))
                .expectResultMessageMatching(prices());
    }

    private static Matcher<CommandResultMessage<?>> prices() {
        return new CustomTypeSafeMatcher<>("terms with two prices of bronze") {
            @Override
            protected boolean matchesSafely(CommandResultMessage<?> result) {
                PricedTier bronze = ((ProgrammeTerms) result.getPayload()).tier(BRONZE.tierId());
                assertThat(bronze.prices()).hasSize(2);
                assertThat(bronze.priceAt(NOW.minusSeconds(9)).toMajor()).isEqualTo("500000");
                assertThat(bronze.priceAt(NOW.plusSeconds(2).minusNanos(1)).toMajor())
                        .isEqualTo("500000");
                assertThat(bronze.priceAt(NOW.plusSeconds(2)).toMajor()).isEqualTo("700000");
                return true;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closedOnesKeepTheirRankAndPrice(boolean closed) {
        Tier shut = new Tier(GOLD.tierId(), "Gold", 3, GOLD.monthlyPrice(), closed, List.of());
        refuses(registered().after(set(shut)), tier("silver", 2, "1500000"), ErrorCode.PRICE_AGAINST_RANK);
    }
}
