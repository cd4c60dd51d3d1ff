package dev.creatorledger.command.membership;

import dev.creatorledger.command.membership.ModelBill.Asked;
import dev.creatorledger.command.membership.ModelBill.Fate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A membership as the rules tell it (B10–B15, B20–B26): everything happens in its time, and money is in cents. */
final class ModelMember {

    private static final List<Integer> RETRY_DAYS = List.of(1, 3, 5, 7);

    enum State {
        PENDING,
        ACTIVE,
        PAUSED,
        CANCELLED,
        LAPSED,
        ENDED
    }

    /** What is paid back. */
    record PaidBack(boolean upgrade, int number, long cents, String cause) {}

    final int viewer;
    final boolean mobile;
    final List<Asked> asked = new ArrayList<>();
    final List<PaidBack> paidBack = new ArrayList<>();
    State state = State.PENDING;
    String tier;

    private final String begunWith;

    @Nullable
    String endReason;

    @Nullable
    Instant perksUntil;

    long paidCents;

    private final ModelProgramme programme;
    private final ModelPeriods periods;
    private final Map<String, ModelBill> bills = new LinkedHashMap<>();
    private final TreeMap<Instant, String> tiers = new TreeMap<>();
    private int settledPeriods;
    private int upgrades;
    private boolean perks;
    private @Nullable String planned;
    private @Nullable Instant endOfPeriodInPause;

    ModelMember(ModelProgramme programme, int viewer, String tier, boolean mobile, Instant now) {
        this.programme = programme;
        this.viewer = viewer;
        this.tier = tier;
        begunWith = tier;
        this.mobile = mobile;
        periods = new ModelPeriods(now);
        tiers.put(now, tier);
        askPeriod(tier, now);
    }

    /** A repeat of the joining is quiet, whatever has become of it (B10). */
    String joinedAgain(String asked) {
        return asked.equals(begunWith) ? "OK" : "MEMBERSHIP_FIXED";
    }

    boolean isLive() {
        return state == State.PENDING || state == State.ACTIVE || state == State.PAUSED;
    }

    Instant start(int number) {
        return periods.start(number);
    }

    /** When something happens by itself next. */
    @Nullable
    Instant nextDue() {
        ModelBill bill = openPeriod();
        return switch (state) {
            case PENDING, ACTIVE -> bill == null ? start(settledPeriods) : bill.retryAt;
            case PAUSED -> endOfPeriodInPause;
            default -> null;
        };
    }

    void fallDue(Instant at) {
        ModelBill bill = openPeriod();
        if (state == State.PAUSED) {
            end("MOBILE_PERIOD_ENDED", at);
        } else if (bill != null) {
            asked.add(bill.again(at));
        } else {
            renew(at);
        }
    }

    private void renew(Instant start) {
        ModelBill upgrade = openUpgrade();
        if (upgrade != null && !upgrade.first.end().isAfter(start)) {
            upgrade.fate = Fate.WITHDRAWN;
        }
        if (planned != null) {
            change(planned, start);
        }
        askPeriod(tiers.floorEntry(start).getValue(), start);
    }

    private void askPeriod(String ofTier, Instant start) {
        int number = settledPeriods;
        Asked ask =
                new Asked(false, number, ofTier, programme.cents(ofTier, start), start, start(number + 1), start, 1);
        asked.add(ask);
        bills.put("P" + number, new ModelBill(ask, number));
    }

    private void change(String to, Instant at) {
        tier = to;
        planned = null;
        tiers.tailMap(at, true).clear();
        tiers.put(at, to);
    }

    private @Nullable ModelBill openPeriod() {
        return open(false);
    }

    private @Nullable ModelBill openUpgrade() {
        return open(true);
    }

    private @Nullable ModelBill open(boolean upgrade) {
        return bills.values().stream()
                .filter(bill -> bill.first.upgrade() == upgrade && bill.isOpen())
                .findFirst()
                .orElse(null);
    }

    private ModelBill bill(String name) {
        return Objects.requireNonNull(bills.get(name));
    }

    List<String> charges() {
        return List.copyOf(bills.keySet());
    }

    Asked charge(String name) {
        return bill(name).first;
    }

    int attempt(String name) {
        return bill(name).attempt;
    }

    String pay(String name, Instant now) {
        ModelBill bill = bill(name);
        if (bill.isTaken()) {
            return "OK";
        }
        paidCents += bill.first.cents();
        boolean wasOpen = bill.isOpen();
        boolean counts =
                wasOpen || (bill.fate == Fate.COUNTS_STILL && (state == State.ACTIVE || state == State.PAUSED));
        if (!counts) {
            bill.fate = Fate.NOT_OWED;
            payBack(bill, "NOT_OWED");
            return "OK";
        }
        bill.fate = Fate.PAID;
        bill.retryAt = null;
        if (bill.first.upgrade()) {
            change(bill.first.tier(), now);
            return "OK";
        }
        settledPeriods = Math.max(settledPeriods, bill.period + 1);
        perks |= wasOpen;
        state = state == State.PENDING ? State.ACTIVE : state;
        return "OK";
    }

    private void payBack(ModelBill bill, String cause) {
        paidBack.add(new PaidBack(bill.first.upgrade(), bill.first.number(), bill.first.cents(), cause));
    }

    String decline(String name, int attempt, Instant now) {
        ModelBill bill = bill(name);
        if (attempt <= bill.declined) {
            return "OK";
        }
        if (bill.isTaken()) {
            return "CHARGE_PAID";
        }
        if (attempt != bill.attempt) {
            return "WRONG_ATTEMPT";
        }
        if (!bill.isOpen()) {
            return "OK";
        }
        bill.declined = attempt;
        if (bill.first.upgrade()) {
            bill.fate = Fate.WITHDRAWN;
        } else if (attempt > RETRY_DAYS.size()) {
            withdraw();
            perks = false;
            state = State.LAPSED;
        } else {
            perks = false;
            bill.fate = Fate.WAITING;
            Instant day = bill.first.due().plus(Duration.ofDays(RETRY_DAYS.get(attempt - 1)));
            bill.retryAt = day.isBefore(now) ? now : day;
        }
        return "OK";
    }

    private void withdraw() {
        bills.values().stream().filter(ModelBill::isOpen).forEach(bill -> bill.fate = Fate.WITHDRAWN);
    }

    String cancel(Instant now) {
        if (state == State.CANCELLED) {
            return "OK";
        }
        if (!isLive()) {
            return "WRONG_MEMBERSHIP_STATE";
        }
        withdraw();
        Instant paidUntil = start(settledPeriods);
        perksUntil = paidUntil.isAfter(now) ? paidUntil : now;
        state = State.CANCELLED;
        return "OK";
    }

    String changeTo(String wanted, Instant now) {
        if (state != State.ACTIVE || !perks || !programme.isOn()) {
            return "WRONG_MEMBERSHIP_STATE";
        }
        ModelBill upgrade = openUpgrade();
        if (programme.rank(wanted) <= programme.rank(tier)) {
            withdrawUpgrade(upgrade);
            planned = wanted.equals(tier) ? null : wanted;
        } else if (upgrade == null || !upgrade.first.tier().equals(wanted)) {
            withdrawUpgrade(upgrade);
            planned = null;
            askUpgrade(wanted, now);
        }
        return "OK";
    }

    private void withdrawUpgrade(@Nullable ModelBill upgrade) {
        if (upgrade != null) {
            upgrade.fate = Fate.WITHDRAWN;
        }
    }

    private void askUpgrade(String wanted, Instant now) {
        int period = periods.periodAt(now);
        Instant start = start(period);
        Instant end = start(period + 1);
        BigInteger difference = BigInteger.valueOf(programme.cents(wanted, start) - programme.cents(tier, start));
        long cents = difference
                .multiply(BigInteger.valueOf(end.toEpochMilli() - now.toEpochMilli()))
                .divide(BigInteger.valueOf(end.toEpochMilli() - start.toEpochMilli()))
                .longValueExact();
        if (cents <= 0) {
            change(wanted, now);
            return;
        }
        upgrades++;
        Asked ask = new Asked(true, upgrades, wanted, cents, start, end, now, 1);
        asked.add(ask);
        bills.put("U" + upgrades, new ModelBill(ask, period));
    }

    void pause(Instant at) {
        if (state == State.PENDING) {
            end("PROGRAMME_PAUSED", at);
        } else if (state == State.ACTIVE) {
            ModelBill renewal = openPeriod();
            withdraw();
            if (renewal != null) {
                renewal.fate = Fate.COUNTS_STILL;
                renewal.retryAt = null;
            }
            state = State.PAUSED;
            endOfPeriodInPause = mobile ? start(Math.max(settledPeriods, periods.firstStartFrom(at))) : null;
        }
    }

    void resume(Instant at) {
        if (state == State.PAUSED) {
            state = State.ACTIVE;
            perks = true;
            endOfPeriodInPause = null;
            settledPeriods = Math.max(settledPeriods, periods.firstStartFrom(at));
        }
    }

    void terminate(String reason, Instant at) {
        boolean paidPeriodRuns = state == State.CANCELLED && perksUntil != null && perksUntil.isAfter(at);
        if (!isLive() && !paidPeriodRuns) {
            return;
        }
        end(reason, at);
        int latest = bills.values().stream()
                .filter(bill -> bill.fate == Fate.PAID && !bill.first.upgrade())
                .mapToInt(bill -> bill.period)
                .max()
                .orElse(Integer.MAX_VALUE);
        bills.values().stream()
                .filter(bill -> bill.fate == Fate.PAID && bill.period >= latest)
                .forEach(bill -> payBack(bill, reason));
    }

    private void end(String reason, Instant at) {
        withdraw();
        state = State.ENDED;
        endReason = reason + " " + at;
    }
}
