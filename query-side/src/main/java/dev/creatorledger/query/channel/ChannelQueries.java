package dev.creatorledger.query.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.programme.ProgrammeAnswers;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a channel: its facts, its programmes, and what it lacks for them (A1–A3, B1). */
@RestController
public final class ChannelQueries {

    private static final List<String> VIEWS = List.of(View.CHANNELS);

    private final Reading reading;
    private final AsOf asOf;
    private final Channels channels;
    private final ProgrammeAnswers programmes;
    private final PersonalCodec codec;
    private final Policies policies;
    private final Clock clock;

    /** Answers from the views. */
    public ChannelQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            ProgrammeAnswers programmes,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        this.reading = reading;
        this.asOf = asOf;
        this.channels = channels;
        this.programmes = programmes;
        this.codec = codec;
        this.policies = policies;
        this.clock = clock;
    }

    /** A channel, now or as of an instant (A1–A3, B1, U2). */
    @GetMapping("/v1/channels/{channelId}")
    public ResponseEntity<ChannelJson> channel(
            @PathVariable ChannelId channelId,
            @RequestParam(name = "asOf", required = false) @Nullable String asOfText,
            AtLeast atLeast,
            Caller caller) {
        caller.mayActFor(channelId);
        Moment moment = asOf.moment(asOfText);
        return reading.from(AsOf.seen(moment, atLeast), VIEWS, () -> answer(channelId, moment));
    }

    private ChannelJson answer(ChannelId channelId, @Nullable Moment moment) {
        Instant now = moment == null ? clock.instant() : moment.at();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        AdPolicy policy = policies.adAt(now);
        int floorBps = policies.adAt(now.truncatedTo(ChronoUnit.HOURS)).shareFloorBps();
        Channels.Known known = moment == null
                ? channels.known(channelId, today, policy)
                : channels.known(channelId, today, policy, moment);
        return ChannelJson.of(
                known.channel(),
                ChannelJson.Owner.of(known.channel().ownerName, codec),
                known.counts(),
                known.watchSeconds(),
                policy,
                floorBps,
                programmes.about(channelId, ChannelJson.facts(known.channel(), known.counts()), now, moment),
                now);
    }
}
