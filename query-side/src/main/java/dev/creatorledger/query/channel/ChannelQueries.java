package dev.creatorledger.query.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.programme.ProgrammeAnswers;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows a channel: its facts, its programmes, and what it lacks for them (A1–A3, B1). */
@RestController
public final class ChannelQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS);

    private final Reading reading;
    private final Channels channels;
    private final ProgrammeAnswers programmes;
    private final PersonalCodec codec;
    private final Policies policies;
    private final Clock clock;

    /** Answers from the views. */
    public ChannelQueries(
            Reading reading,
            Channels channels,
            ProgrammeAnswers programmes,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        this.reading = reading;
        this.channels = channels;
        this.programmes = programmes;
        this.codec = codec;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping("/v1/channels/{channelId}")
    ResponseEntity<ChannelJson> channel(@PathVariable ChannelId channelId, AtLeast atLeast, Caller caller) {
        caller.mayActFor(channelId);
        return reading.from(atLeast, VIEWS, () -> answer(channelId));
    }

    private ChannelJson answer(ChannelId channelId) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        AdPolicy policy = policies.adAt(now);
        int floorBps = policies.adAt(now.truncatedTo(ChronoUnit.HOURS)).shareFloorBps();
        ChannelDocument channel = channels.find(channelId);
        VideoCountsDocument counts = channels.videoCounts(channelId);
        return ChannelJson.of(
                channel,
                ChannelJson.Owner.of(channel.ownerName, codec),
                counts,
                channels.watchSeconds(channelId, today, policy),
                policy,
                floorBps,
                programmes.about(channelId, ChannelJson.facts(channel, counts), now),
                now);
    }
}
