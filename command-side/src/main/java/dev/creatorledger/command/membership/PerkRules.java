package dev.creatorledger.command.membership;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must not be offered as a perk, each prohibition with its code (B4). */
final class PerkRules {

    private static final String BY_CHANCE = "CHANCE";
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^A-Za-z]+");

    /** Kinds of perks that are always refused. */
    private static final Map<String, ErrorCode> KINDS = Map.of(
            "DOWNLOAD", ErrorCode.PERK_DOWNLOAD,
            "IN_PERSON_MEETING", ErrorCode.PERK_IN_PERSON,
            "RANDOM_DRAW", ErrorCode.PERK_BY_CHANCE);

    /** Those at whom nothing is aimed. */
    private static final Map<String, ErrorCode> AUDIENCES = Map.of(
            "CHILDREN", ErrorCode.PERK_FOR_CHILDREN,
            "APPEALS_TO_CHILDREN", ErrorCode.PERK_FOR_CHILDREN,
            "UNSUITABLE_FOR_CHILDREN", ErrorCode.PERK_FOR_CHILDREN,
            "PARENTS_VIA_CHILDREN", ErrorCode.PERK_PRESSES_CHILDREN);

    private PerkRules() {}

    /**
     * What is asked about a perk.
     *
     * @param audience at whom it is aimed, if that is said
     * @param awardedBy how it is decided who gets it, if that is said
     */
    record Offer(String kind, String title, @Nullable String audience, @Nullable String awardedBy) {

        /** The prohibitions that it breaks. */
        List<ErrorCode> broken() {
            ErrorCode byKind = KINDS.get(kind);
            ErrorCode byChance = BY_CHANCE.equals(word(awardedBy)) ? ErrorCode.PERK_BY_CHANCE : null;
            ErrorCode byAudience = AUDIENCES.get(word(audience));
            return Stream.of(byKind, byChance, byAudience)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .toList();
        }

        /** A free text as it would be spelled here: another spelling is no way around a prohibition. */
        private static String word(@Nullable String text) {
            return text == null
                    ? ""
                    : OTHER_THAN_LETTERS.matcher(text.strip()).replaceAll("_").toUpperCase(Locale.ROOT);
        }
    }

    /** B4: a refusal names every prohibition that is broken, and by which perk. */
    record NoPerkIsProhibited(List<Offer> offers) implements Rule {

        @Override
        public boolean holds() {
            return offers.stream().allMatch(offer -> offer.broken().isEmpty());
        }

        @Override
        public Refusal refusal() {
            List<Violation> violations = new ArrayList<>();
            for (int i = 0; i < offers.size(); i++) {
                for (ErrorCode code : offers.get(i).broken()) {
                    violations.add(new Violation(
                            code.name(), "perks[" + i + "]", null, offers.get(i).title()));
                }
            }
            ErrorCode first = ErrorCode.valueOf(violations.get(0).code());
            return new Refusal(first, first.title() + ".", violations);
        }
    }
}
