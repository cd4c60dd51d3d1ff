package dev.creatorledger.command.channel;

import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.policy.DefaultPolicies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** A channel with a past, at a moment: the words that the tests of Channel are written in. */
final class ChannelScenario {

    static final ChannelId CHANNEL = new ChannelId("ch-1");
    static final Owner PARVIN = KeysInMemory.owner(CHANNEL, "Parvin");
    static final VideoId VIDEO = new VideoId("v-1");
    static final Instant NOW = Instant.parse("2026-06-15T10:20:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    static final long ENOUGH_SECONDS = 3_000 * 3_600;

    private final List<LedgerEvent> past = new ArrayList<>();
    private Instant now = NOW;

    private ChannelScenario() {}

    /** A channel that is registered, and nothing else. */
    static ChannelScenario registered() {
        return new ChannelScenario().after(registration());
    }

    /** A channel of which nobody has heard. */
    static ChannelScenario unknown() {
        return new ChannelScenario();
    }

    static ChannelScenario eligible() {
        return registered().after(followers(200), watched(TODAY, ENOUGH_SECONDS));
    }

    static ChannelScenario applied() {
        return eligible().after(application());
    }

    static ChannelScenario rejected() {
        return applied().after(new AdProgrammeRejected(CHANNEL));
    }

    static ChannelScenario enrolled() {
        return applied().after(approval(5_000));
    }

    static ChannelScenario suspended() {
        return enrolled().after(suspension("2026-06-15T08:00:00Z"));
    }

    static ChannelScenario left() {
        return enrolled().after(leaving("2026-06-15T08:00:00Z"));
    }

    static ChannelRegistered registration() {
        return new ChannelRegistered(CHANNEL, PARVIN, "Cooking", "IR", Money.IRR, false);
    }

    static FollowersReported followers(long followers) {
        return new FollowersReported(CHANNEL, followers);
    }

    static WatchTimeCounted watched(LocalDate day, long seconds) {
        return new WatchTimeCounted(CHANNEL, VIDEO, day, seconds);
    }

    static AdProgrammeApplied application() {
        return new AdProgrammeApplied(CHANNEL, evidence());
    }

    static AdProgrammeApproved approval(int shareBps) {
        return new AdProgrammeApproved(CHANNEL, shareBps, evidence());
    }

    static AdProgrammeSuspended suspension(String shutFrom) {
        return new AdProgrammeSuspended(CHANNEL, Instant.parse(shutFrom));
    }

    /** The service opens a cause of pause by what happened at that time (B20). */
    static PauseCauseOpened pauseCause(PauseCause cause, String at) {
        return new PauseCauseOpened(CHANNEL, cause, Opener.SERVICE, Instant.parse(at));
    }

    static AdProgrammeReinstated reinstatement(String openFrom) {
        return new AdProgrammeReinstated(CHANNEL, Instant.parse(openFrom));
    }

    static AdProgrammeLeft leaving(String shutFrom) {
        return new AdProgrammeLeft(CHANNEL, false, Instant.parse(shutFrom));
    }

    static AdEvidence evidence() {
        return evidence(TODAY, 200, ENOUGH_SECONDS);
    }

    static AdEvidence evidence(LocalDate day, long followers, long watchSeconds) {
        return new AdEvidence(day, followers, 200, watchSeconds, ENOUGH_SECONDS, 1);
    }

    ChannelScenario after(LedgerEvent... events) {
        past.addAll(Arrays.asList(events));
        return this;
    }

    ChannelScenario at(String instant) {
        return at(Instant.parse(instant));
    }

    ChannelScenario at(Instant instant) {
        now = instant;
        return this;
    }

    ResultValidator<Channel> when(Object command) {
        return new AggregateTestFixture<>(Channel.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(new DefaultPolicies())
                .given(past)
                .when(command);
    }
}
