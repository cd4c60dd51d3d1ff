package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.membership.ModelMember.State;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipEvent;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The aggregates against a model that does everything in its time; jqwik prints the seed of what fails. */
@Label("B10-B28 Whatever is told, in whatever order, however late")
class MembershipPropertiesTest {

    private static final Instant FIRST_START = Instant.parse("2027-11-20T10:00:00Z");
    private static final MembershipsInMemory CODE = new MembershipsInMemory();
    private static final List<EndReason> REASONS = List.of(EndReason.VOLUNTARY, EndReason.FRAUD, EndReason.ABUSE);
    private static final List<PauseCause> CAUSES =
            List.of(PauseCause.CHANNEL_TERMINATED, PauseCause.MONETIZATION_POLICY_VIOLATION);
    private static final int VIEWERS = 3;

    private static long sequences;

    enum Kind {
        HOURS,
        DAYS,
        MONTHS,
        NEXT_DUE,
        JOIN,
        JOIN_AGAIN,
        PAY,
        DECLINE,
        CANCEL,
        CHANGE,
        REPRICE,
        OPEN,
        CLOSE,
        SUSPEND,
        REINSTATE,
        RESUME,
        END,
        LEAVE,
        ENABLE,
        CATCH_UP,
        WATCH,
        FAN_OUT
    }

    /** What happens next; the numbers say to whom and how. */
    record Step(Kind kind, int who, int what) {}

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void becomesOfEverybodyWhatTheRulesSay(
            @ForAll @IntRange(max = 110) int startDay, @ForAll("steps") List<Step> steps) {
        LivedBoth lived = new LivedBoth(CODE, "c" + sequences++, FIRST_START.plus(Duration.ofDays(startDay)));
        lived.join(0, 1, startDay % 2 == 0);
        for (Step step : steps) {
            programme(lived, step);
            if (!lived.model.members.isEmpty()) {
                member(lived, step, step.who() % lived.model.members.size());
            }
        }
        lived.fanOut(startDay % 3 == 0);
        for (int member = 0; member < lived.model.members.size(); member++) {
            same(lived, member);
        }
        int events = CODE.count();
        lived.fanOut(startDay % 3 == 1);
        assertThat(CODE.count()).as("repeated jobs are quiet").isEqualTo(events);
    }

    private static void programme(LivedBoth lived, Step step) {
        switch (step.kind()) {
            case HOURS -> lived.pass(Duration.ofMinutes(37L * (step.what() + 1)));
            case DAYS -> lived.pass(Duration.ofHours(5L * (step.what() + 1)));
            case MONTHS -> lived.pass(Duration.ofHours(30L * (step.what() + 1)));
            case NEXT_DUE -> lived.passToNextDue();
            case JOIN -> lived.join(step.who() % VIEWERS, step.what() % 3, step.what() % 2 == 0);
            case REPRICE -> lived.reprice(step.who() % 3, step.what() % 2 == 0);
            case OPEN -> lived.open(CAUSES.get(step.what() % 2));
            case CLOSE -> lived.close(CAUSES.get(step.what() % 2));
            case SUSPEND -> lived.suspend();
            case REINSTATE -> lived.reinstate();
            case RESUME -> lived.resume();
            case END -> lived.end(REASONS.get(step.what() % 3));
            case LEAVE -> lived.leave();
            case ENABLE -> lived.enable();
            case WATCH -> lived.watch();
            case FAN_OUT -> lived.fanOut(step.what() % 2 == 0);
            default -> {} // a member's
        }
    }

    private static void member(LivedBoth lived, Step step, int member) {
        ModelMember known = lived.model.members.get(member);
        List<String> charges = known.charges();
        String charge = charges.get(charges.size() - 1 - step.what() % Math.min(3, charges.size()));
        switch (step.kind()) {
            case JOIN_AGAIN -> lived.joinAgain(member, step.what() % 3);
            case PAY -> lived.pay(member, charge, step.what() % 2 == 0);
            case DECLINE ->
                lived.decline(
                        member,
                        charge,
                        Math.max(1, known.attempt(charge) + step.what() % 7 / 5 - step.what() % 11 / 9));
            case CANCEL -> lived.cancel(member);
            case CHANGE -> lived.change(member, step.what() % 3);
            case CATCH_UP -> lived.catchUp(member);
            default -> {} // the programme's
        }
    }

    private static void same(LivedBoth lived, int member) {
        ModelMember expected = lived.model.members.get(member);
        List<MembershipEvent> events = CODE.events(lived.id(member), MembershipEvent.class);
        assertThat(only(events, MembershipChargeDue.class))
                .as("charges")
                .isEqualTo(expected.asked.stream()
                        .map(asked -> charge(lived, member, asked))
                        .toList());
        assertThat(standing(events)).as("standing").isEqualTo(standing(expected));
        sameMoney(lived, member, events);
    }

    private static void sameMoney(LivedBoth lived, int member, List<MembershipEvent> events) {
        ModelMember expected = lived.model.members.get(member);
        Map<ChargeId, PaymentSplit> paid = new HashMap<>();
        only(events, MembershipChargePaid.class).forEach(event -> paid.put(event.chargeId(), event.split()));
        only(events, UnowedPaymentReceived.class).forEach(event -> paid.put(event.chargeId(), event.split()));
        List<RefundDue> refunds = CODE.events(RefundDue.class).stream()
                .filter(event -> event.membershipId().equals(lived.id(member)))
                .toList();
        assertThat(refunds)
                .as("refunds")
                .extracting(event -> Tuple.of(event.chargeId(), event.cause().name()))
                .containsExactlyInAnyOrderElementsOf(expected.paidBack.stream()
                        .map(back -> Tuple.of(refunded(lived, member, back), back.cause()))
                        .toList());
        refunds.forEach(event -> assertThat(event.split()).as("M4").isEqualTo(paid.get(event.chargeId())));
        assertThat(CODE.events(MembershipPaymentBooked.class).stream()
                        .filter(event -> event.membershipId().equals(lived.id(member)))
                        .mapToLong(event -> event.split().amount().micros())
                        .sum())
                .as("booked payments")
                .isEqualTo(expected.paidCents * 10_000);
        assertThat(CODE.events(MembershipRefundBooked.class).stream()
                        .filter(event -> event.membershipId().equals(lived.id(member)))
                        .mapToLong(event -> event.split().amount().micros())
                        .sum())
                .as("booked refunds")
                .isEqualTo(expected.paidBack.stream()
                                .mapToLong(ModelMember.PaidBack::cents)
                                .sum()
                        * 10_000);
    }

    private static ChargeId refunded(LivedBoth lived, int member, ModelMember.PaidBack back) {
        return back.upgrade()
                ? ChargeId.ofUpgrade(lived.id(member), back.number())
                : ChargeId.ofPeriod(
                        lived.id(member), lived.model.members.get(member).start(back.number()));
    }

    private static MembershipChargeDue charge(LivedBoth lived, int member, ModelBill.Asked asked) {
        return new MembershipChargeDue(
                lived.id(member),
                lived.channel,
                new MemberId("viewer-" + lived.model.members.get(member).viewer),
                lived.chargeId(member, asked),
                asked.upgrade() ? ChargeKind.UPGRADE : ChargeKind.PERIOD,
                new TierId(asked.tier()),
                Money.ofMajor(LivedBoth.major(asked.cents()), LivedBoth.USD),
                asked.start(),
                asked.end(),
                asked.due(),
                asked.attempt());
    }

    private static String standing(ModelMember member) {
        String more = member.state == State.CANCELLED
                ? "until " + member.perksUntil
                : member.state == State.ENDED ? member.endReason : "";
        return member.state + " " + more + " in " + member.tier;
    }

    private static String standing(List<MembershipEvent> events) {
        String standing = "";
        String tier = "";
        for (MembershipEvent event : events) {
            if (event instanceof MembershipStarted started) {
                standing = "PENDING ";
                tier = started.tierId().value();
            } else if (event instanceof MembershipChargePaid && standing.equals("PENDING ")) {
                standing = "ACTIVE ";
            } else if (event instanceof MembershipPaused) {
                standing = "PAUSED ";
            } else if (event instanceof MembershipResumed) {
                standing = "ACTIVE ";
            } else if (event instanceof MembershipCancelled cancelled) {
                standing = "CANCELLED until " + cancelled.perksUntil();
            } else if (event instanceof MembershipLapsed) {
                standing = "LAPSED ";
            } else if (event instanceof MembershipEnded ended) {
                standing = "ENDED " + ended.reason() + " " + ended.endedAt();
            } else if (event instanceof TierChanged changed) {
                tier = changed.tierId().value();
            }
        }
        return standing + " in " + tier;
    }

    private static <E> List<E> only(List<MembershipEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.HOURS),
                Tuple.of(4, Kind.DAYS),
                Tuple.of(1, Kind.MONTHS),
                Tuple.of(10, Kind.NEXT_DUE),
                Tuple.of(4, Kind.JOIN),
                Tuple.of(1, Kind.JOIN_AGAIN),
                Tuple.of(14, Kind.PAY),
                Tuple.of(8, Kind.DECLINE),
                Tuple.of(1, Kind.CANCEL),
                Tuple.of(6, Kind.CHANGE),
                Tuple.of(1, Kind.REPRICE),
                Tuple.of(3, Kind.OPEN),
                Tuple.of(3, Kind.CLOSE),
                Tuple.of(1, Kind.SUSPEND),
                Tuple.of(2, Kind.REINSTATE),
                Tuple.of(5, Kind.RESUME),
                Tuple.of(1, Kind.END),
                Tuple.of(1, Kind.LEAVE),
                Tuple.of(2, Kind.ENABLE),
                Tuple.of(4, Kind.CATCH_UP),
                Tuple.of(1, Kind.WATCH),
                Tuple.of(2, Kind.FAN_OUT));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(24);
    }
}
