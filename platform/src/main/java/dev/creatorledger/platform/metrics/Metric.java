package dev.creatorledger.platform.metrics;

import io.micrometer.core.instrument.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the service itself counts and measures: the only place that names a metric. Each has a bounded number
 * of series: no label is an id of anything.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are of those that never change
public enum Metric {
    COMMANDS(
            "ledger.commands",
            Kind.COUNTER,
            "Commands of known callers by what became of them: `DONE`, `REPLAYED` or the code of the refusal",
            "command",
            "outcome"),
    PROBLEMS("ledger.http.problems", Kind.COUNTER, "Problems that callers were told, by their code", "code"),
    IDEMPOTENCY_KEYS(
            "ledger.idempotency.keys",
            Kind.COUNTER,
            "Requests under a key: `first`, `replayed`, `running` (another one is) or `reused` (for something else)",
            "found"),
    IMPRESSIONS("ledger.impressions", Kind.COUNTER, "Impressions that callers sent, by their outcome", "outcome"),
    BATCH("ledger.booking.batch", Kind.TIMES, "How long a batch of impressions waits for the lane and its commit"),
    GROUP("ledger.booking.group", Kind.TIMES, "How long batches that are committed together take to be booked"),
    GROUP_SIZE("ledger.booking.group.size", Kind.SIZES, "Impressions that are committed together"),
    PLACES_TAKEN("ledger.booking.places.taken", Kind.GAUGE, "Places for batches that are taken"),
    PLACES("ledger.booking.places", Kind.GAUGE, "Places for batches that there are (`ledger.booking.places`)"),
    EVENTS("ledger.store.events", Kind.COUNTER, "Events that this node has stored, by their type", "type"),
    COMMIT("ledger.store.commit", Kind.TIMES, "From writing the events of a unit of work to their durable commit"),
    HEAD("ledger.store.position", Kind.GAUGE, "The position of the newest stored event"),
    STORE_UP("ledger.store.up", Kind.GAUGE, "Whether a store answers: `events` or `views`", "store"),
    PROCESSOR_SEGMENTS("ledger.processor.segments", Kind.GAUGE, "Parts of a group that this node works on", "group"),
    PROCESSOR_LAG_EVENTS(
            "ledger.processor.lag.events",
            Kind.GAUGE,
            "Stored events that a group has not seen, by the part of this node that is furthest behind",
            "group"),
    PROCESSOR_LAG(
            "ledger.processor.lag",
            Kind.AGE,
            "How long ago the oldest event was recorded that a group has not seen; 0 if it has seen all",
            "group"),
    PROCESSOR_FAILING(
            "ledger.processor.failing",
            Kind.GAUGE,
            "Whether a group of this node has failed and tries again: 1 or 0",
            "group"),
    PROCESSOR_FAILURES(
            "ledger.processor.failures",
            Kind.COUNTER,
            "Batches of events that a group could not take in; `sagas` are the failures of sagas",
            "group"),
    WORK_FAILURES("ledger.work.failures", Kind.COUNTER, "Turns of recurring work that failed and come again", "work"),
    WINDOWS_WAITING("ledger.windows.waiting", Kind.GAUGE, "Windows that are opened and not final"),
    WINDOWS_DUE("ledger.windows.due", Kind.GAUGE, "Windows whose time has come and that are not final"),
    WINDOWS_LATE("ledger.windows.late", Kind.AGE, "How long the window is due that is due the longest"),
    DEADLINES_WAITING("ledger.deadlines.waiting", Kind.GAUGE, "Payouts whose deadline runs"),
    DEADLINES_DUE("ledger.deadlines.due", Kind.GAUGE, "Payouts that are to look at the clock and have not"),
    DEADLINES_LATE(
            "ledger.deadlines.late",
            Kind.AGE,
            "How long the payout should have looked at the clock that waits the longest"),
    WAKEUPS_WAITING("ledger.wakeups.waiting", Kind.GAUGE, "Wake-ups of sagas that are scheduled"),
    WAKEUPS_DUE("ledger.wakeups.due", Kind.GAUGE, "Wake-ups of sagas whose time has come"),
    WAKEUPS_LATE("ledger.wakeups.late", Kind.AGE, "How long the wake-up is due that is due the longest"),
    MEMBERSHIPS_WAITING("ledger.memberships.waiting", Kind.GAUGE, "Memberships with something due at some time"),
    MEMBERSHIPS_DUE("ledger.memberships.due", Kind.GAUGE, "Memberships with something due now"),
    MEMBERSHIPS_LATE(
            "ledger.memberships.late",
            Kind.AGE,
            "How long it is due of the membership of which something is due the longest"),
    MEMBERSHIP_TURNS("ledger.memberships.turns", Kind.GAUGE, "Turns of programmes that have not reached every member"),
    MEMBERSHIP_DAYS_DUE("ledger.memberships.days.due", Kind.GAUGE, "Days of membership income to be made final"),
    ACCOUNT_BALANCE(
            "ledger.account.balance",
            Kind.GAUGE,
            "What an account, or all creators' accounts of a kind together, hold, in major units, debit positive",
            "account",
            "currency"),
    TRIAL_BALANCE(
            "ledger.trial.balance.difference",
            Kind.GAUGE,
            "The sum of all accounts, in major units: anything but 0 is an error",
            "currency"),
    DEAD_LETTERS("ledger.dead.letters", Kind.GAUGE, "Events that a group has set aside", "group"),
    DEAD_SEQUENCES(
            "ledger.dead.letter.sequences",
            Kind.GAUGE,
            "Channels, members or the like of which a group has set events aside",
            "group"),
    REPLAY_VERDICT(
            "ledger.replay.verdict",
            Kind.GAUGE,
            "1 for the verdict of a view's last replay on this node, 0 for the others: `EQUAL`, `DIFFERENT`, `FAILED`",
            "view",
            "verdict"),
    CHAIN_LAG_EVENTS("ledger.chain.lag.events", Kind.GAUGE, "Stored events that the chain does not cover"),
    CHAIN_LAG("ledger.chain.lag", Kind.AGE, "How long ago the oldest event was recorded that the chain does not cover"),
    CHAIN_BROKEN("ledger.chain.broken", Kind.GAUGE, "Whether the chain has stopped for a difference: 1 or 0"),
    CHECKPOINT_AGE("ledger.checkpoint.age", Kind.AGE, "How long ago the last checkpoint was signed"),
    CHECKPOINT_LAG(
            "ledger.checkpoint.lag",
            Kind.AGE,
            "How long ago the oldest event was recorded that no checkpoint covers; 0 if all are covered"),
    SAMPLE_AGE(
            "ledger.metrics.sample.age", Kind.AGE, "How old the figures are that are asked of the stores now and then");

    private final String id;
    private final Kind kind;
    private final String text;
    private final List<String> labels;

    Metric(String id, Kind kind, String text, String... labels) {
        this.id = id;
        this.kind = kind;
        this.text = text;
        this.labels = List.of(labels);
    }

    /** What kind of figure it is. */
    public enum Kind {
        /** Only grows. */
        COUNTER(Meter.Type.COUNTER, null),
        /** How it is now. */
        GAUGE(Meter.Type.GAUGE, null),
        /** How long something has lasted by now. */
        AGE(Meter.Type.GAUGE, "seconds"),
        /** How long things took, with a histogram. */
        TIMES(Meter.Type.TIMER, "seconds"),
        /** How large things were, with a histogram. */
        SIZES(Meter.Type.DISTRIBUTION_SUMMARY, null);

        private final Meter.Type type;
        private final @Nullable String unit;

        Kind(Meter.Type type, @Nullable String unit) {
            this.type = type;
            this.unit = unit;
        }

        /** As Micrometer calls it. */
        public Meter.Type type() {
            return type;
        }

        /** What it is counted in; null for mere numbers, and for those that say it in their name. */
        public @Nullable String unit() {
            return unit;
        }
    }

    /** Its name as Micrometer has it, such as {@code ledger.store.commit}. */
    public String id() {
        return id;
    }

    /** What kind of figure it is. */
    public Kind kind() {
        return kind;
    }

    /** What it tells, in one sentence. */
    public String text() {
        return text;
    }

    /** What its series differ by. */
    public List<String> labels() {
        return labels;
    }
}
