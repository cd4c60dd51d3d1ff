package dev.creatorledger.command.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A programme with its members as the rules tell it (B20–B28); turns reach everybody at once. */
final class ModelProgramme {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(120);

    enum Status {
        ON,
        PAUSED,
        TERMINATED
    }

    private enum AdProgramme {
        ENROLLED,
        SUSPENDED,
        LEFT
    }

    final List<ModelMember> members = new ArrayList<>();
    Status status = Status.ON;
    Instant lastDue = Instant.EPOCH;

    private final Map<String, TreeMap<Instant, Long>> prices = new HashMap<>();
    private final List<String> ranks = new ArrayList<>();
    private final Set<String> causes = new HashSet<>();
    private AdProgramme adProgramme = AdProgramme.ENROLLED;
    private @Nullable Instant pausedSince;
    private boolean refundsRunning;

    boolean isOn() {
        return status == Status.ON;
    }

    int rank(String tier) {
        return ranks.indexOf(tier);
    }

    void price(String tier, long cents, Instant from) {
        if (!ranks.contains(tier)) {
            ranks.add(tier);
        }
        prices.computeIfAbsent(tier, name -> new TreeMap<>()).put(from, cents);
    }

    long cents(String tier, Instant at) {
        TreeMap<Instant, Long> known = Objects.requireNonNull(prices.get(tier));
        Map.Entry<Instant, Long> then = known.floorEntry(at);
        return (then == null ? known.firstEntry() : then).getValue();
    }

    /** When something happens by itself next, if anything does. */
    @Nullable
    Instant nextDue() {
        Instant expiry = expiry();
        return members.stream()
                .map(ModelMember::nextDue)
                .filter(due -> due != null && (expiry == null || due.isBefore(expiry)))
                .min(Comparator.naturalOrder())
                .orElse(expiry);
    }

    private @Nullable Instant expiry() {
        return pausedSince == null ? null : pausedSince.plus(LONGEST_PAUSE);
    }

    /** Everything that falls due until then happens, in the order of time; a turn of the programme goes first (B28). */
    void advanceTo(Instant now) {
        for (Instant due = nextDue(); due != null && !due.isAfter(now); due = nextDue()) {
            lastDue = due.isAfter(lastDue) ? due : lastDue;
            if (due.equals(expiry())) {
                terminate("PAUSE_EXPIRED", due);
            } else {
                Instant then = due;
                members.stream().filter(one -> then.equals(one.nextDue())).forEach(one -> one.fallDue(then));
            }
        }
    }

    String join(int viewer, String tier, boolean mobile, Instant now) {
        if (status != Status.ON) {
            return status == Status.PAUSED ? "PROGRAMME_PAUSED" : "PROGRAMME_NOT_ON";
        }
        if (members.stream().anyMatch(other -> other.viewer == viewer && other.isLive())) {
            return "ALREADY_MEMBER";
        }
        members.add(new ModelMember(this, viewer, tier, mobile, now));
        return "OK";
    }

    String open(String cause, Instant now) {
        if (causes.add(cause) && status == Status.ON) {
            status = Status.PAUSED;
            pausedSince = now;
            everybody(one -> one.pause(now));
        }
        return "OK";
    }

    /** An operator closes a cause, and what the service opened of the same kind once it is over (B20). */
    String close(String cause) {
        causes.remove(cause);
        if (adProgramme != AdProgramme.SUSPENDED) {
            causes.remove(cause + " BY SERVICE");
        }
        return "OK";
    }

    String suspend(Instant now) {
        if (adProgramme == AdProgramme.LEFT) {
            return "WRONG_PROGRAMME_STATE";
        }
        if (adProgramme == AdProgramme.ENROLLED) {
            adProgramme = AdProgramme.SUSPENDED;
            open("MONETIZATION_POLICY_VIOLATION BY SERVICE", now);
        }
        return "OK";
    }

    String reinstate() {
        if (adProgramme == AdProgramme.LEFT) {
            return "WRONG_PROGRAMME_STATE";
        }
        adProgramme = AdProgramme.ENROLLED;
        causes.remove("MONETIZATION_POLICY_VIOLATION BY SERVICE");
        return "OK";
    }

    String leave(Instant now) {
        if (adProgramme != AdProgramme.LEFT) {
            adProgramme = AdProgramme.LEFT;
            causes.remove("MONETIZATION_POLICY_VIOLATION BY SERVICE");
            if (status != Status.TERMINATED) {
                terminate("LEFT_PROGRAMME", now);
            }
        }
        return "OK";
    }

    private boolean eligible() {
        return adProgramme == AdProgramme.ENROLLED && causes.isEmpty();
    }

    String resume(Instant now) {
        if (status == Status.ON) {
            return "OK";
        }
        if (status != Status.PAUSED) {
            return "WRONG_MEMBERSHIP_PROGRAMME_STATE";
        }
        if (!eligible()) {
            return "NOT_ELIGIBLE";
        }
        status = Status.ON;
        pausedSince = null;
        everybody(one -> one.resume(now));
        return "OK";
    }

    String enable() {
        if (status == Status.ON) {
            return "OK";
        }
        if (status == Status.PAUSED) {
            return "PROGRAMME_PAUSED";
        }
        if (refundsRunning) {
            return "PROGRAMME_ENDING";
        }
        if (!eligible()) {
            return "NOT_ELIGIBLE";
        }
        status = Status.ON;
        return "OK";
    }

    String end(String reason, Instant now) {
        if (status != Status.TERMINATED) {
            terminate(reason, now);
        }
        return "OK";
    }

    private void terminate(String reason, Instant at) {
        status = Status.TERMINATED;
        pausedSince = null;
        refundsRunning = true;
        everybody(one -> one.terminate(reason, at));
    }

    /** The fan-out of a termination has ended. */
    void refundsBooked() {
        refundsRunning = false;
    }

    private void everybody(Consumer<ModelMember> turn) {
        members.forEach(turn);
    }
}
