package dev.creatorledger.command.membership;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ProgrammeCommand;
import dev.creatorledger.command.channel.ProgrammeCommand.ClosePauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.EndMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.PutTier;
import dev.creatorledger.command.channel.ProgrammeCommand.ResumeMemberships;
import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** A channel with a programme that is on, on a real store: the words that its tests are written in. */
final class ProgrammeOnPostgres {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Currency USD = Currency.getInstance("USD");
    static final ChannelId CHANNEL = new ChannelId("ch-1");
    static final String START = "2026-01-15T10:00:00Z";

    static final ProgrammeCommand PAUSE = new OpenPauseCause(CHANNEL, PauseCause.CHANNEL_TERMINATED);
    static final List<Object> RESUME =
            List.of(new ClosePauseCause(CHANNEL, PauseCause.CHANNEL_TERMINATED), new ResumeMemberships(CHANNEL, null));
    static final ProgrammeCommand TERMINATE = new EndMemberships(CHANNEL, EndReason.VOLUNTARY);

    private static final TierId SILVER = new TierId("silver");
    private static final Money PRICE = Money.ofMajor("4.99", USD);

    private ProgrammeOnPostgres() {}

    /** A programme that is on, with few members to a page, so that a fan-out has several. */
    static CommandSideOnPostgres withPagesOf(int page) {
        System.setProperty("ledger.memberships.page", Integer.toString(page));
        System.setProperty("ledger.memberships.every", "50ms");
        CommandSideOnPostgres side = CommandSideOnPostgres.at(START);
        side.enrolled(CHANNEL.value(), 5_000);
        side.execute(new PutTier(CHANNEL, new Tier(SILVER, "Silver", 1, PRICE, false, List.of())), CHANNEL);
        enable(side);
        return side;
    }

    static void end(CommandSideOnPostgres side) {
        side.close();
        System.clearProperty("ledger.memberships.page");
        System.clearProperty("ledger.memberships.every");
    }

    static void enable(CommandSideOnPostgres side) {
        side.execute(new EnableMemberships(CHANNEL, true, null), CHANNEL);
    }

    static void pause(CommandSideOnPostgres side) {
        side.execute(PAUSE, CHANNEL);
    }

    static void resume(CommandSideOnPostgres side) {
        RESUME.forEach(command -> side.execute(command, CHANNEL));
    }

    static void terminate(CommandSideOnPostgres side) {
        side.execute(TERMINATE, CHANNEL);
    }

    static MembershipId id(String name) {
        return new MembershipId(name);
    }

    static void join(CommandSideOnPostgres side, String name, String viewer, Platform platform) {
        new Told(side.commands())
                .tell(CHANNEL, id(name), CALLER, (id, terms) -> joining(name, viewer, platform, terms));
    }

    static StartMembership joining(String name, String viewer, Platform platform, ProgrammeTerms terms) {
        return new StartMembership(id(name), new MemberId(viewer), null, SILVER, platform, terms);
    }

    /** A member of the web who has paid for the first period. */
    static void member(CommandSideOnPostgres side, String name) {
        join(side, name, "viewer-" + name, Platform.WEB);
        pay(side, name, side.clock().instant().toString());
    }

    static void members(CommandSideOnPostgres side, int count) {
        for (int number = 0; number < count; number++) {
            member(side, "m-" + number);
        }
    }

    static void pay(CommandSideOnPostgres side, String name, String periodStart) {
        ChargeId charge = ChargeId.ofPeriod(id(name), Instant.parse(periodStart));
        new Told(side.commands())
                .tell(
                        CHANNEL,
                        id(name),
                        CALLER,
                        (id, terms) -> new ReportPaid(
                                id, charge, "PR-" + charge.value(), PRICE, Money.ofMajor("0.4", USD), terms));
    }

    static void decline(CommandSideOnPostgres side, String name, String periodStart, int attempt) {
        ChargeId charge = ChargeId.ofPeriod(id(name), Instant.parse(periodStart));
        new Told(side.commands())
                .tell(CHANNEL, id(name), CALLER, (id, terms) -> new ReportDeclined(id, charge, attempt, null, terms));
    }

    static void cancel(CommandSideOnPostgres side, String name) {
        new Told(side.commands()).tell(CHANNEL, id(name), CALLER, CancelMembership::new);
    }

    static long count(CommandSideOnPostgres side, String query) {
        return Objects.requireNonNull(side.database().queryForObject("SELECT count(*) FROM " + query, Long.class));
    }
}
