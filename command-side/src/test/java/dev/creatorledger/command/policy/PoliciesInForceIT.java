package dev.creatorledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ApplyToAdProgramme;
import dev.creatorledger.command.channel.CountWatchTime;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.command.window.Impressions;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowSealed;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.policy.StoredPolicies;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("V1 Policies in force, on a real store")
class PoliciesInForceIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String NEXT_HOUR = "2026-06-15T13:00:00Z";
    private static final ChannelId NEW = new ChannelId("ch-new");

    private CommandSideOnPostgres side;

    @BeforeEach
    void anEnrolledChannelWithAVideo() {
        side = CommandSideOnPostgres.at("2026-06-15T12:30:00Z");
        side.enrolled("ch-1", 5_000);
        side.original("v-1", "ch-1");
    }

    @AfterEach
    void end() {
        side.close();
    }

    private Policies policies() {
        return side.part(Policies.class);
    }

    private void aChannelThatFulfilsTheDefaults() {
        side.registered(NEW.value());
        side.execute(new ReportFollowers(NEW, 200), NEW);
        LocalDate day = LocalDate.of(2026, 6, 15);
        side.execute(new CountWatchTime(NEW, new VideoId("v-new"), day, 3_000L * 3_600), NEW);
    }

    @Test
    @DisplayName("A1 a decision goes by the version in force now, and says which")
    void decisionsChangeAtTheTimeAndNotBefore() {
        aChannelThatFulfilsTheDefaults();
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 201));
        side.clock().set("2026-06-15T12:59:59.999Z");
        side.execute(new ApplyToAdProgramme(NEW), NEW);
        assertThat(side.stored(AdProgrammeApplied.class)).last().satisfies(event -> {
            assertThat(event.evidence().policyVersion()).isEqualTo(1);
            assertThat(event.evidence().requiredFollowers()).isEqualTo(200);
        });
        side.clock().set(NEXT_HOUR);
        ChannelId other = new ChannelId("ch-other");
        side.registered(other.value());
        side.execute(new ReportFollowers(other, 200), other);
        assertThatThrownBy(() -> side.execute(new ApplyToAdProgramme(other), other))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ELIGIBLE);
                    assertThat(refusal.violations())
                            .anyMatch(it -> Long.valueOf(201).equals(it.required()));
                });
    }

    @Test
    @DisplayName("A3 a share that was allowed before is raised to the floor of its hour")
    void aHigherFloorRaisesTheShareFromItsHourOn() {
        SetPolicies.ad(side, NEXT_HOUR, Map.of("shareFloorBps", 6_000));
        side.clock().set("2026-06-15T13:30:00Z");
        Impressions.book(side, null, "v-1", List.of("2026-06-15T12:59:59Z", "2026-06-15T13:00:00Z"));
        assertThat(side.stored(ImpressionWindowOpened.class))
                .extracting(ImpressionWindowOpened::shareBps, ImpressionWindowOpened::policyVersion)
                .containsExactlyInAnyOrder(tuple(5_000, 1), tuple(6_000, 2));
    }

    @Test
    @DisplayName("A5, A8 a window goes by the version of its hour, whenever it is booked")
    void aWindowGoesByTheVersionOfItsHour() {
        SetPolicies.ad(side, NEXT_HOUR, Map.of("qualifyingMillis", 6_000, "bookableMinutes", 60));
        side.clock().set("2026-06-15T13:30:00Z");
        Impressions.book(side, null, "v-1", List.of("2026-06-15T12:10:00Z", "2026-06-15T13:10:00Z"));
        assertThat(Impressions.outcome(side, null, "v-1", "2026-06-15T12:20:00Z"))
                .as("5,000 ms are enough for the hour before")
                .isEqualTo("qualified");
        assertThat(Impressions.outcome(side, null, "v-1", "2026-06-15T13:20:00Z"))
                .isEqualTo("not_qualified");
        side.clock().set("2026-06-15T15:00:00Z");
        assertThat(Impressions.outcome(side, null, "v-1", "2026-06-15T13:30:00Z"))
                .isEqualTo("too_late");
        assertThat(Impressions.outcome(side, null, "v-1", "2026-06-15T12:30:00Z"))
                .as("a day is left of the hour before")
                .isNotEqualTo("too_late");
        await().atMost(SOON)
                .until(() -> !side.stored(ImpressionWindowSealed.class).isEmpty());
        assertThat(side.stored(ImpressionWindowSealed.class)).singleElement().satisfies(event -> {
            assertThat(event.windowId().hour()).isEqualTo(Instant.parse(NEXT_HOUR));
            assertThat(event.policyVersion()).isEqualTo(2);
            assertThat(event.notQualified()).isEqualTo(2);
        });
    }

    @Test
    void versionsAreContiguousHoweverManySetThemAtOnce() {
        List<CompletableFuture<Boolean>> setters = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> isSet(i)))
                .toList();
        long set = setters.stream().filter(CompletableFuture::join).count();
        List<AdPolicySet> stored = side.stored(AdPolicySet.class);
        assertThat(set).isPositive().isEqualTo(stored.size());
        assertThat(stored)
                .extracting(event -> event.policy().version())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, stored.size() + 1).boxed().toList());
        AdPolicy last = stored.get(stored.size() - 1).policy();
        assertThat(policies().adAt(Instant.parse(NEXT_HOUR))).isEqualTo(last);
    }

    /** Whether a setter won; one that lost every race is told to try again. */
    private boolean isSet(int i) {
        try {
            SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300 + i));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            return false;
        }
    }

    @Test
    void areTheSameAfterARestart() {
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300));
        SetPolicies.payouts(side, NEXT_HOUR, Map.of("businessDays", 9));
        SetPolicies.calendar(side, NEXT_HOUR, DayOfWeek.FRIDAY);
        Instant then = Instant.parse(NEXT_HOUR);
        AdPolicy ad = policies().adAt(then);
        var payouts = policies().payoutsAt(then);
        var calendar = policies().calendarAt(then);
        side.restart();
        assertThat(policies().adAt(then)).isEqualTo(ad);
        assertThat(ad.version()).isEqualTo(2);
        assertThat(policies().payoutsAt(then)).isEqualTo(payouts);
        assertThat(policies().calendarAt(then)).isEqualTo(calendar);
        assertThat(policies().calendarOf(calendar.version())).isEqualTo(calendar);
        assertThat(policies().calendarOf(1)).as("P5").isEqualTo(policies().calendarAt(then.minusNanos(1)));
        assertThat(policies().adAt(then.minusNanos(1))).isEqualTo(AdPolicy.DEFAULT);
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 301));
        assertThat(policies().adAt(then).version()).isEqualTo(3);
    }

    @Test
    void aCommitThatFailsSetsNothing() {
        side.commits().fail(1, 0);
        assertThatThrownBy(() -> SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300)))
                .isInstanceOf(Refusal.class);
        assertThat(policies().adAt(Instant.parse(NEXT_HOUR))).isEqualTo(AdPolicy.DEFAULT);
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300));
        assertThat(policies().adAt(Instant.parse(NEXT_HOUR)).requiredFollowers())
                .isEqualTo(300);
    }

    @Test
    void areKnownToAnotherProcessOnceItLooks() {
        StoredPolicies elsewhere = new StoredPolicies(side.part(StoredEvents.class));
        elsewhere.catchUp();
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300));
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 301));
        Instant then = Instant.parse(NEXT_HOUR);
        assertThat(elsewhere.adAt(then)).isEqualTo(AdPolicy.DEFAULT);
        elsewhere.catchUp();
        elsewhere.catchUp();
        assertThat(elsewhere.adAt(then)).isEqualTo(policies().adAt(then));
        assertThat(elsewhere.adAt(then).version()).isEqualTo(3);
    }

    @Test
    void tellTheStreamThatAVersionWentTo() {
        SetPolicies.ad(side, NEXT_HOUR, Map.of("requiredFollowers", 300));
        SetPolicies.calendar(side, NEXT_HOUR, DayOfWeek.FRIDAY);
        StoredEvents events = side.part(StoredEvents.class);
        for (var stream : List.of(PolicyName.AD_REVENUE, CalendarId.IRAN)) {
            assertThat(events.page(new StoredEvents.Filter(stream.value(), null, null, null, null), 0, 10))
                    .singleElement()
                    .satisfies(event -> assertThat(event.stream()).isEqualTo(stream.toString()));
        }
    }
}
