package dev.creatorledger.events.contract;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillClosed;
import dev.creatorledger.events.backfill.BackfillEvent.BackfillOpened;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdApplicationWithdrawn;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.channel.ChannelEvent.BankAccountRegistered;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.consultation.Consultation.StreamConsulted;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonEvent.MemberErased;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.MembershipPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchEvent.Tally;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.events.window.WindowEvent.ImpressionNotQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.events.window.WindowId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event as it can be: with all its fields, and again with the ones that may be absent left out. */
public final class SampleEvents {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final VideoId VIDEO = new VideoId("vid-1");
    private static final VideoId ORIGINAL = new VideoId("vid-0");
    private static final WindowId WINDOW = WindowId.parse("ch-1:2026-01-15T05");
    private static final BackfillId BACKFILL = new BackfillId("outage-2026-01");
    private static final BatchId BATCH = new BatchId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final RefusalId REFUSAL = new RefusalId("f0e1d2c3b4a5968778695a4b3c2d1e0f");
    private static final PayoutId PAYOUT = new PayoutId("payout-1");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final Instant HOUR = Instant.parse("2026-01-15T06:00:00Z");
    private static final Instant HALF_PAST = Instant.parse("2026-01-15T05:30:00Z");
    private static final Instant SHOWN_AT = Instant.parse("2026-01-15T05:30:00.123456789Z");
    private static final Money NET = Money.rialMicros(1_500_000_001);
    private static final Money CREATOR = Money.rialMicros(750_000_001);
    private static final Money PLATFORM = Money.rialMicros(750_000_000);
    private static final AdEvidence EVIDENCE = new AdEvidence(DAY, 250, 200, 11_000_000, 10_800_000, 1);

    private static final String SEALED = "1.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMn";

    private SampleEvents() {}

    /** The samples of each event, by its stored name; the first has all its fields. */
    public static Map<String, List<LedgerEvent>> byName() {
        return Stream.of(
                        channels(),
                        programme(),
                        videos(),
                        windows(),
                        payouts(),
                        policies(),
                        SampleMemberships.all(),
                        others())
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(event -> event.getClass().getSimpleName()));
    }

    private static List<LedgerEvent> channels() {
        Owner owner = new Owner(new Personal(PersonId.owner(CHANNEL), SEALED));
        return List.of(
                new ChannelRegistered(CHANNEL, owner, "Cooking with Sara", "IR", Money.IRR, false),
                new ChannelDetailsChanged(CHANNEL, owner, "آشپزی با سارا", "MY"),
                new ChannelMadeForKidsChanged(CHANNEL, true),
                new OwnerErased(CHANNEL),
                new FollowersReported(CHANNEL, 250),
                new WatchTimeCounted(CHANNEL, VIDEO, DAY, 86_400),
                new EarningsFinalized(CHANNEL, WINDOW, 12_345, NET, CREATOR, PLATFORM, 5_000, 1));
    }

    private static List<LedgerEvent> programme() {
        return List.of(
                new AdProgrammeApplied(CHANNEL, EVIDENCE),
                new AdProgrammeApproved(CHANNEL, 5_500, EVIDENCE),
                new AdProgrammeRejected(CHANNEL),
                new AdProgrammeSuspended(CHANNEL, HOUR),
                new AdProgrammeReinstated(CHANNEL, HOUR),
                new AdProgrammeLeft(CHANNEL, true, HOUR),
                new AdApplicationWithdrawn(CHANNEL),
                new AdShareChanged(CHANNEL, 6_000, HOUR));
    }

    private static List<LedgerEvent> videos() {
        return List.of(
                new VideoRegistered(
                        VIDEO,
                        CHANNEL,
                        VideoKind.REPUBLISHED,
                        false,
                        ORIGINAL,
                        ORIGINAL,
                        new ChannelId("ch-0"),
                        true,
                        false,
                        true,
                        "Saffron rice"),
                new VideoRegistered(
                        VIDEO, CHANNEL, VideoKind.GAMING, true, null, VIDEO, CHANNEL, true, true, false, null),
                new VideoDetailsChanged(VIDEO, CHANNEL, true, false, "Saffron rice, again"),
                new VideoDetailsChanged(VIDEO, CHANNEL, true, false, null),
                new VideoAudienceReported(VIDEO, ORIGINAL, new ChannelId("ch-0"), DAY, 1_000, 36_000, 900, 32_000));
    }

    private static List<LedgerEvent> windows() {
        return List.of(
                new ImpressionWindowOpened(WINDOW, 5_000, 1, BACKFILL),
                new ImpressionWindowOpened(WINDOW, 5_000, 1, null),
                new ImpressionQualified(
                        WINDOW, "imp ~1", VIDEO, ORIGINAL, "ad-7", "PRE_ROLL", SHOWN_AT, 4_000, NET, CREATOR),
                new ImpressionQualified(
                        WINDOW, "imp ~1", VIDEO, null, "ad-7", "PRE_ROLL", HALF_PAST, 4_000, NET, CREATOR),
                new ImpressionNotQualified(WINDOW, "imp ~2", VIDEO, ORIGINAL, "ad-7", "MID_ROLL", SHOWN_AT, 3_999, NET),
                new ImpressionNotQualified(WINDOW, "imp ~2", VIDEO, null, "ad-7", "MID_ROLL", HALF_PAST, 3_999, NET),
                new ImpressionWindowSealed(
                        WINDOW,
                        12_345,
                        678,
                        NET,
                        CREATOR,
                        PLATFORM,
                        5_000,
                        1,
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
    }

    private static List<LedgerEvent> payouts() {
        Money amount = Money.ofMajor("4000001", Money.IRR);
        BankAccount account = new BankAccount(
                new Personal(PersonId.owner(CHANNEL), SEALED), new Personal(PersonId.owner(CHANNEL), SEALED));
        SettlementTerms terms = new SettlementTerms(DAY, DAY.plusDays(11), HOUR, HOUR.plusSeconds(86_400), 1);
        return List.of(
                new BankAccountRegistered(CHANNEL, account),
                new PayoutHeld(CHANNEL, PAYOUT, amount),
                new PayoutReleased(CHANNEL, PAYOUT, amount, PayoutReleased.Cause.REJECTED),
                new PayoutPaid(CHANNEL, PAYOUT, amount),
                new PayoutMoneyReturned(CHANNEL, PAYOUT, amount),
                new PayoutRequested(PAYOUT, CHANNEL, amount, account, HALF_PAST),
                new PayoutApproved(PAYOUT, HALF_PAST, terms, 1),
                new PayoutRejected(PAYOUT, "another holder"),
                new PayoutCancelled(PAYOUT, HOUR),
                new PayoutSent(PAYOUT, "BR-1"),
                new PayoutSettled(PAYOUT, "BR-1", HOUR, 2),
                new PayoutSettled(PAYOUT, "BR-1", HOUR, null),
                new PayoutFailed(PAYOUT, "account closed", HOUR),
                new PayoutReturned(PAYOUT, "account closed"),
                new PayoutTransferRead(PAYOUT),
                new PayoutDeadlineApproaching(PAYOUT, HOUR),
                new PayoutDeadlineMissed(PAYOUT, HOUR));
    }

    private static List<LedgerEvent> policies() {
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        BusinessCalendar calendar = new BusinessCalendar("IR", 2, weekend, Set.of(DAY, DAY.plusDays(1)));
        return List.of(
                new AdPolicySet(HOUR, AdPolicy.DEFAULT),
                new PayoutPolicySet(HOUR, PayoutPolicy.DEFAULT),
                new MembershipPolicySet(HOUR, MembershipPolicy.DEFAULT),
                new CalendarSet(CalendarId.IRAN, HOUR, calendar));
    }

    private static List<LedgerEvent> others() {
        List<Tally> tallies = Arrays.stream(Outcome.values())
                .map(outcome -> new Tally(outcome, 12, NET))
                .toList();
        return List.of(
                new ImpressionsSetAside(BATCH, CHANNEL, tallies),
                new ImpressionsSetAside(BATCH, null, tallies.subList(0, 1)),
                new BackfillOpened(BACKFILL, Instant.parse("2026-01-01T00:00:00Z"), HOUR),
                new BackfillClosed(BACKFILL),
                new SettlementDeadlineReached(PAYOUT, HOUR),
                new StreamConsulted("membership:m-1"),
                new CommandRefused(REFUSAL, "ApproveAdProgramme", "ch-1", "NOT_ELIGIBLE", 422),
                new MemberErased(new MemberId("mem-1")),
                new PerkRefused(REFUSAL, CHANNEL, new TierId("gold"), "Win a trip", "PERK_BY_CHANCE"),
                new CommandRefused(REFUSAL, "GET /v1/audit/events", null, "FORBIDDEN", 403));
    }
}
