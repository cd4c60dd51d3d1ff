package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.FinalizeMembershipIncome;
import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.command.config.BackOff;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.Recurring;
import dev.creatorledger.command.membership.MembershipDayCommand.SealMembershipDay;
import dev.creatorledger.command.membership.WorkTable.DueMembership;
import dev.creatorledger.command.membership.WorkTable.ExpiredPause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.CallContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what falls due of memberships by the injected clock, in the order of due times: charges, retries, ends of mobile
 * memberships, pauses that lasted too long, the fan-out of turns, and days of income that become final (B11, B12,
 * B21–B28, L5). Each aggregate decides for itself, as of the due time, whoever asks and however often.
 */
final class MembershipWorker extends Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(MembershipWorker.class);
    private static final CallContext SERVICE = CallContext.service("memberships");

    private final WorkTable table;
    private final FanOut fanOut;
    private final Commands commands;
    private final GroupProgress progress;
    private final Clock clock;
    private final MembershipSettings settings;
    private final BackOff<MembershipDayId> backOff = new BackOff<>(LOG, System::nanoTime);

    MembershipWorker(
            WorkTable table, Commands commands, GroupProgress progress, Clock clock, MembershipSettings settings) {
        super("memberships", settings.every());
        this.table = table;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
        this.settings = settings;
        fanOut = new FanOut(table, commands, settings.page());
    }

    @Override
    protected void turn() {
        if (progress.isHere(DueMemberships.GROUP)) {
            doWhatIsDue();
        }
    }

    /** Does all that is due now. */
    void doWhatIsDue() {
        fanOut.goOn(this::isRunning);
        Instant now = clock.instant();
        int passedOver = 0;
        while (isRunning()) {
            Optional<ExpiredPause> expired = table.expired(now);
            List<DueMembership> due =
                    table.due(expired.map(ExpiredPause::expiresAt).orElse(now), settings.page(), passedOver);
            if (!due.isEmpty()) {
                passedOver += catchUp(due);
            } else if (expired.isPresent()) {
                end(expired.get());
            } else {
                break;
            }
        }
        sealDays(now);
    }

    /** How many may have failed: they hold up nobody else, and are tried again at the next turn. */
    private int catchUp(List<DueMembership> due) {
        Map<ChannelId, List<DueMembership>> byChannel = due.stream()
                .collect(Collectors.groupingBy(DueMembership::channelId, LinkedHashMap::new, Collectors.toList()));
        int failed = 0;
        for (Map.Entry<ChannelId, List<DueMembership>> one : byChannel.entrySet()) {
            List<MembershipId> members =
                    one.getValue().stream().map(DueMembership::membershipId).toList();
            if (fanOut.catchUp(one.getKey(), members, SERVICE)) {
                one.getValue().forEach(table::done);
            } else {
                failed += members.size();
            }
        }
        return failed;
    }

    private void end(ExpiredPause expired) {
        commands.execute(new WatchPause(expired.channelId()), expired.channelId(), SERVICE);
        table.done(expired);
    }

    private void sealDays(Instant now) {
        int passedOver = 0;
        List<MembershipDayId> days;
        do {
            days = table.days(now, settings.page(), passedOver);
            for (MembershipDayId day : days) {
                if (!seal(day)) {
                    passedOver++;
                }
            }
        } while (isRunning() && days.size() == settings.page());
    }

    /** In two commits: a crash in between leaves a sealed day in the table, and doing both again is quiet. */
    private boolean seal(MembershipDayId day) {
        if (!backOff.isReady(day)) {
            return false;
        }
        try {
            AtomicReference<@Nullable Total> sealed = new AtomicReference<>();
            commands.together(
                    new SealMembershipDay(day),
                    day,
                    SERVICE,
                    unit -> sealed.set(unit.<Optional<Total>>send(new SealMembershipDay(day))
                            .orElse(null)));
            Total part = sealed.get();
            if (part == null) {
                return false;
            }
            commands.execute(new FinalizeMembershipIncome(day.channelId(), day, part), day.channelId(), SERVICE);
            table.dayFinal(day);
            backOff.done(day);
            return true;
        } catch (RuntimeException e) {
            backOff.failed(day, "The day " + day.value() + " could not be sealed", e);
            return false;
        }
    }
}
