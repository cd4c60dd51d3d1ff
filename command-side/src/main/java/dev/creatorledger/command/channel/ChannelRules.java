package dev.creatorledger.command.channel;

import dev.creatorledger.command.channel.AdProgramme.Status;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every rule that a channel can break, each a sentence. */
final class ChannelRules {

    private ChannelRules() {}

    /** C1. */
    record TheCurrencyOfAChannelNeverChanges(Currency registered, Currency asked) implements Rule {

        @Override
        public boolean holds() {
            return registered.equals(asked);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.CHANNEL_CURRENCY_FIXED, "The channel was registered with " + registered + ".");
        }
    }

    /** U7. */
    record NothingMoreIsKeptOfAnErasedOwner(boolean erased) implements Rule {

        @Override
        public boolean holds() {
            return !erased;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PERSON_ERASED, "The owner of this channel was erased.");
        }
    }

    /** A1, A2: checked on applying and on approving. */
    record OnlyAnEligibleChannelIsTakenIn(AdEvidence evidence) implements Rule {

        @Override
        public boolean holds() {
            return hasFollowers() && hasWatchTime();
        }

        @Override
        public Refusal refusal() {
            List<Violation> violations = new ArrayList<>();
            if (!hasFollowers()) {
                violations.add(Violation.condition("FOLLOWERS", evidence.requiredFollowers(), evidence.followers()));
            }
            if (!hasWatchTime()) {
                violations.add(Violation.condition(
                        "WATCH_HOURS",
                        WatchHours.of(evidence.requiredWatchSeconds()),
                        WatchHours.of(evidence.watchSeconds())));
            }
            return new Refusal(ErrorCode.NOT_ELIGIBLE, "Not every condition of the programme is met.", violations);
        }

        private boolean hasFollowers() {
            return evidence.followers() >= evidence.requiredFollowers();
        }

        private boolean hasWatchTime() {
            return evidence.watchSeconds() >= evidence.requiredWatchSeconds();
        }
    }

    /** A2: the life cycle. */
    record TheProgrammeOnlyTurnsAsItsLifeCycleAllows(Status status, String turn, Set<Status> allowed) implements Rule {

        static TheProgrammeOnlyTurnsAsItsLifeCycleAllows turning(String turn, Status status, Status... allowed) {
            return new TheProgrammeOnlyTurnsAsItsLifeCycleAllows(status, turn, EnumSet.copyOf(Arrays.asList(allowed)));
        }

        @Override
        public boolean holds() {
            return allowed.contains(status);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WRONG_PROGRAMME_STATE,
                    "To " + turn + " the programme must be one of " + allowed + "; it is " + status + ".");
        }
    }

    /** A3. */
    record TheShareIsNeverBelowItsFloor(int shareBps, int floorBps) implements Rule {

        @Override
        public boolean holds() {
            return shareBps >= floorBps && shareBps <= AdPolicy.WHOLE_SHARE_BPS;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.SHARE_OUT_OF_RANGE,
                    "A share is " + floorBps + " to " + AdPolicy.WHOLE_SHARE_BPS + " basis points.",
                    List.of(new Violation(
                            ErrorCode.SHARE_OUT_OF_RANGE.name(),
                            "shareBps",
                            floorBps + " to " + AdPolicy.WHOLE_SHARE_BPS,
                            shareBps)));
        }
    }
}
