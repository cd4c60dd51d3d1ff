package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.membership.PerkRules.NoPerkIsProhibited;
import dev.creatorledger.command.membership.PerkRules.Offer;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("B4 What is no perk")
class PerkRulesTest {

    private static Offer offer(String kind, @Nullable String audience, @Nullable String awardedBy) {
        return new Offer(kind, "A perk", audience, awardedBy);
    }

    @ParameterizedTest
    @EnumSource(Perk.Kind.class)
    void everyKindOfPerkIsOneToAdultsThatAllGet(Perk.Kind kind) {
        assertThat(offer(kind.name(), null, null).broken()).isEmpty();
        assertThat(offer(kind.name(), "ADULTS", "ALL").broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD,          , PERK_DOWNLOAD",
        "IN_PERSON_MEETING, , PERK_IN_PERSON",
        "RANDOM_DRAW,       , PERK_BY_CHANCE",
        "VIDEO, CHILDREN,               PERK_FOR_CHILDREN",
        "VIDEO, APPEALS_TO_CHILDREN,    PERK_FOR_CHILDREN",
        "VIDEO, UNSUITABLE_FOR_CHILDREN, PERK_FOR_CHILDREN",
        "VIDEO, PARENTS_VIA_CHILDREN,   PERK_PRESSES_CHILDREN"
    })
    void eachProhibitionHasItsCode(String kind, @Nullable String audience, ErrorCode code) {
        assertThat(offer(kind, audience, null).broken()).containsExactly(code);
    }

    @ParameterizedTest
    @EnumSource(Perk.Kind.class)
    void noneIsGivenByChance(Perk.Kind kind) {
        assertThat(offer(kind.name(), null, "CHANCE").broken()).containsExactly(ErrorCode.PERK_BY_CHANCE);
    }

    @Test
    void aDrawByChanceIsRefusedOnce() {
        assertThat(offer("RANDOM_DRAW", null, "CHANCE").broken()).containsExactly(ErrorCode.PERK_BY_CHANCE);
    }

    @Test
    void wordsOfOneFieldMeanNothingInAnother() {
        assertThat(offer("CHILDREN", "DOWNLOAD", "RANDOM_DRAW").broken()).isEmpty();
    }

    @Test
    void aRefusalNamesEveryPerkAndEverythingItBreaks() {
        Refusal refusal = new NoPerkIsProhibited(List.of(
                        new Offer("BADGE", "A spoon", null, null),
                        new Offer("DOWNLOAD", "All songs", "CHILDREN", "CHANCE"),
                        new Offer("IN_PERSON_MEETING", "Tea with me", null, null)))
                .refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.PERK_DOWNLOAD);
        assertThat(refusal.violations())
                .containsExactly(
                        new Violation("PERK_DOWNLOAD", "perks[1]", null, "All songs"),
                        new Violation("PERK_BY_CHANCE", "perks[1]", null, "All songs"),
                        new Violation("PERK_FOR_CHILDREN", "perks[1]", null, "All songs"),
                        new Violation("PERK_IN_PERSON", "perks[2]", null, "Tea with me"));
    }
}
