package dev.creatorledger.command.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.command.channel.ApplyToAdProgramme;
import dev.creatorledger.command.channel.ApproveAdProgramme;
import dev.creatorledger.command.channel.CountWatchTime;
import dev.creatorledger.command.channel.LeaveAdProgramme;
import dev.creatorledger.command.channel.ProgrammeCommand.BookRefundsOfTurn;
import dev.creatorledger.command.channel.ProgrammeCommand.ClosePauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.EndMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.PutTier;
import dev.creatorledger.command.channel.ProgrammeCommand.ResumeMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.command.channel.RegisterChannel;
import dev.creatorledger.command.channel.ReinstateAdProgramme;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.command.channel.SuspendAdProgramme;
import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.command.membership.MembershipCommand.CatchUp;
import dev.creatorledger.command.membership.MembershipCommand.ChangeTier;
import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;

/** One programme that lives through the same twice: as the code has it, and as the model has it. */
final class LivedBoth {

    static final Currency USD = Currency.getInstance("USD");
    private static final CallContext CALLER = CallContext.service("test");
    private static final ChannelId SOME_CHANNEL = new ChannelId("ch");
    private static final Owner PARVIN = KeysInMemory.owner(SOME_CHANNEL, "Parvin");
    private static final long ENOUGH_SECONDS = 3_000 * 3_600;
    private static final List<String> TIERS = List.of("bronze", "silver", "gold");
    private static final long[] CENTS = {199, 499, 999};

    final MembershipsInMemory code;
    final ModelProgramme model = new ModelProgramme();
    final ChannelId channel;

    private final Told told;
    private final String name;

    LivedBoth(MembershipsInMemory code, String name, Instant start) {
        this.code = code;
        this.name = name;
        channel = new ChannelId(name);
        told = new Told(code.commands());
        code.forget();
        code.clock().set(start.toString());
        code.send(new RegisterChannel(channel, PARVIN, "Cooking", "DE", USD, false), channel);
        code.send(new ReportFollowers(channel, 200), channel);
        LocalDate today = LocalDate.ofInstant(start, ZoneOffset.UTC);
        code.send(new CountWatchTime(channel, new VideoId("v"), today, ENOUGH_SECONDS), channel);
        code.send(new ApplyToAdProgramme(channel), channel);
        code.send(new ApproveAdProgramme(channel, 5_000), channel);
        for (int rank = 0; rank < TIERS.size(); rank++) {
            price(rank, CENTS[rank]);
        }
        code.send(new EnableMemberships(channel, true, null), channel);
    }

    private void price(int rank, long cents) {
        String tier = TIERS.get(rank);
        model.price(tier, cents, now());
        code.send(
                new PutTier(
                        channel,
                        new Tier(new TierId(tier), tier, rank, Money.ofMajor(major(cents), USD), false, List.of())),
                channel);
    }

    static String major(long cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    Instant now() {
        return code.clock().instant();
    }

    MembershipId id(int member) {
        return new MembershipId(name + "-" + member);
    }

    ChargeId chargeId(int member, ModelBill.Asked asked) {
        return asked.upgrade()
                ? ChargeId.ofUpgrade(id(member), asked.number())
                : ChargeId.ofPeriod(id(member), asked.start());
    }

    void pass(Duration time) {
        passTo(now().plus(time));
    }

    /** To the very moment at which something happens by itself next, if it is near. */
    void passToNextDue() {
        Instant due = model.nextDue();
        if (due != null && due.isAfter(now()) && due.isBefore(now().plus(Duration.ofDays(200)))) {
            passTo(due);
        }
    }

    private void passTo(Instant then) {
        code.clock().set(then.toString());
        model.advanceTo(then);
    }

    /** Of a turn and a charge of the same millisecond the earlier told goes first; the tests of examples have those. */
    private void offTheDot() {
        while (model.lastDue.equals(now())) {
            pass(Duration.ofMillis(1));
        }
    }

    private void both(Supplier<String> inModel, Runnable inCode) {
        String expected = inModel.get();
        String actual = "OK";
        try {
            inCode.run();
        } catch (Refusal refusal) {
            actual = refusal.code().name();
        }
        assertThat(actual).isEqualTo(expected);
        model.advanceTo(now());
    }

    void join(int viewer, int rank, boolean mobile) {
        for (int member = 0; member < model.members.size(); member++) {
            if (model.members.get(member).viewer == viewer) {
                catchUp(member); // the place of one that was ended is free once it has heard of it
            }
        }
        int member = model.members.size();
        both(() -> model.join(viewer, TIERS.get(rank), mobile, now()), () -> start(member, viewer, rank, mobile));
    }

    void joinAgain(int member, int rank) {
        ModelMember known = model.members.get(member);
        both(() -> known.joinedAgain(TIERS.get(rank)), () -> start(member, known.viewer, rank, known.mobile));
    }

    private void start(int member, int viewer, int rank, boolean mobile) {
        told.tell(
                channel,
                id(member),
                CALLER,
                (id, terms) -> new StartMembership(
                        id,
                        new MemberId("viewer-" + viewer),
                        null,
                        new TierId(TIERS.get(rank)),
                        mobile ? Platform.IOS : Platform.WEB,
                        terms));
    }

    void pay(int member, String charge, boolean taxed) {
        ModelBill.Asked asked = model.members.get(member).charge(charge);
        ChargeId id = chargeId(member, asked);
        Money amount = Money.ofMajor(major(asked.cents()), USD);
        Money tax = taxed ? new Money(amount.micros() / 11, USD) : Money.zero(USD);
        both(
                () -> model.members.get(member).pay(charge, now()),
                () -> told.tell(
                        channel,
                        id(member),
                        CALLER,
                        (membership, terms) -> new ReportPaid(membership, id, "PR-" + id.value(), amount, tax, terms)));
    }

    void decline(int member, String charge, int attempt) {
        ChargeId id = chargeId(member, model.members.get(member).charge(charge));
        both(
                () -> model.members.get(member).decline(charge, attempt, now()),
                () -> told.tell(
                        channel,
                        id(member),
                        CALLER,
                        (membership, terms) -> new ReportDeclined(membership, id, attempt, null, terms)));
    }

    void cancel(int member) {
        both(
                () -> model.members.get(member).cancel(now()),
                () -> told.tell(channel, id(member), CALLER, CancelMembership::new));
    }

    void change(int member, int rank) {
        both(
                () -> model.members.get(member).changeTo(TIERS.get(rank), now()),
                () -> told.tell(
                        channel,
                        id(member),
                        CALLER,
                        (membership, terms) -> new ChangeTier(membership, new TierId(TIERS.get(rank)), terms)));
    }

    void reprice(int rank, boolean up) {
        offTheDot();
        price(rank, CENTS[rank] + (up ? 100 : 0));
    }

    void open(PauseCause cause) {
        offTheDot();
        both(() -> model.open(cause.name(), now()), () -> code.send(new OpenPauseCause(channel, cause), channel));
    }

    void close(PauseCause cause) {
        both(() -> model.close(cause.name()), () -> code.send(new ClosePauseCause(channel, cause), channel));
    }

    void suspend() {
        offTheDot();
        both(() -> model.suspend(now()), () -> code.send(new SuspendAdProgramme(channel), channel));
    }

    void reinstate() {
        both(model::reinstate, () -> code.send(new ReinstateAdProgramme(channel), channel));
    }

    void leave() {
        offTheDot();
        both(() -> model.leave(now()), () -> code.send(new LeaveAdProgramme(channel, false), channel));
    }

    void resume() {
        offTheDot();
        both(() -> model.resume(now()), () -> code.send(new ResumeMemberships(channel, null), channel));
    }

    void enable() {
        both(model::enable, () -> code.send(new EnableMemberships(channel, true, null), channel));
    }

    void end(EndReason reason) {
        offTheDot();
        both(() -> model.end(reason.name(), now()), () -> code.send(new EndMemberships(channel, reason), channel));
    }

    /** A job: it changes nothing of what becomes of anybody, whenever it runs. */
    void catchUp(int member) {
        told.tellAll(channel, List.of(id(member)), CALLER, CatchUp::new);
    }

    void watch() {
        code.send(new WatchPause(channel), channel);
    }

    /** The fan-out, in one order or the other; after it a terminated programme can begin anew. */
    void fanOut(boolean backwards) {
        int count = model.members.size();
        for (int member = 0; member < count; member++) {
            catchUp(backwards ? count - 1 - member : member);
        }
        watch();
        code.events(channel, MembershipProgrammeTerminated.class).stream()
                .reduce((first, second) -> second)
                .ifPresent(turn -> code.send(new BookRefundsOfTurn(channel, turn.turn()), channel));
        model.refundsBooked();
    }
}
