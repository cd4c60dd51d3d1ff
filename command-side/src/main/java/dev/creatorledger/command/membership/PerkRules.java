package dev.creatorledger.command.membership;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must not be offered as a perk, each prohibition with its code (B4). */
final class PerkRules {

    private static final String BY_CHANCE = "CHANCE";

    private PerkRules() {}

    /** What a perk can be called that is always refused. */
    private enum Prohibited {
        DOWNLOAD(ErrorCode.PERK_DOWNLOAD),
        IN_PERSON_MEETING(ErrorCode.PERK_IN_PERSON),
        RANDOM_DRAW(ErrorCode.PERK_BY_CHANCE),
        CHILDREN(ErrorCode.PERK_FOR_CHILDREN),
        APPEALS_TO_CHILDREN(ErrorCode.PERK_FOR_CHILDREN),
        UNSUITABLE_FOR_CHILDREN(ErrorCode.PERK_FOR_CHILDREN),
        PARENTS_VIA_CHILDREN(ErrorCode.PERK_PRESSES_CHILDREN);

        private final ErrorCode code;

        Prohibited(ErrorCode code) {
            this.code = code;
        }

        static Optional<ErrorCode> codeOf(@Nullable String word) {
            for (Prohibited one : values()) {
                if (one.name().equals(word)) {
                    return Optional.of(one.code);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What is asked about a perk.
     *
     * @param audience at whom it is aimed, if that is said
     * @param awardedBy how it is decided who gets it, if that is said
     */
    record Offer(String kind, String title, @Nullable String audience, @Nullable String awardedBy) {

        /** The prohibitions that it breaks. */
        List<ErrorCode> broken() {
            List<ErrorCode> broken = new ArrayList<>();
            Prohibited.codeOf(kind).ifPresent(broken::add);
            if (BY_CHANCE.equals(awardedBy) && !broken.contains(ErrorCode.PERK_BY_CHANCE)) {
                broken.add(ErrorCode.PERK_BY_CHANCE);
            }
            Prohibited.codeOf(audience).ifPresent(broken::add);
            return broken;
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
