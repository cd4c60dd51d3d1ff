package dev.creatorledger.query.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.ProgrammeTurns;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("B10 Memberships over HTTP")
class MembershipHttpIT extends QueryHttp {

    private static final Instant JOINED = QueryService.NOW.minus(Duration.ofDays(10));
    private static final Instant RENEWAL = JOINED.plus(Membership.PERIOD);
    private static final TierId SILVER = new TierId("silver");

    private static int channels;

    private final ChannelId channel = new ChannelId("members-http-" + channels++);
    private final ProgrammeTurns programme = new ProgrammeTurns(channel);
    private final Membership one = Membership.of(channel, "ali");

    private long publishOn(LedgerEvent... events) {
        publish(
                new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false),
                programme.enabled(1));
        return publish(events);
    }

    private JsonNode membership(long position) {
        return read("/v1/memberships/" + one.id().value() + "?atLeast=" + position);
    }

    private static void assertPerks(JsonNode membership, String status, boolean perks) {
        assertThat(membership.path("status").asString()).isEqualTo(status);
        assertThat(membership.path("perksActive").asBoolean()).isEqualTo(perks);
    }

    private MembershipPaused paused() {
        return new MembershipPaused(one.id(), 2, QueryService.NOW, null);
    }

    @Nested
    class Billing {

        @Test
        void awaitsTheFirstPayment() {
            JsonNode pending = membership(publishOn(one.started(JOINED, null), one.due(JOINED)));
            assertPerks(pending, "PENDING", false);
            assertThat(pending.path("channelId").asString()).isEqualTo(channel.value());
            assertThat(pending.path("memberId").asString())
                    .isEqualTo(one.memberId().value());
            assertThat(pending.path("tierId").asString()).isEqualTo("gold");
            assertThat(pending.path("platform").asString()).isEqualTo("WEB");
            assertThat(pending.path("joinedAt").asString()).isEqualTo(JOINED.toString());
            assertThat(pending.path("nextCharge").asString()).isEqualTo(JOINED.toString());
            assertThat(pending.has("paidUntil")).isFalse();
            assertThat(pending.has("memberName")).isFalse();
        }

        @Test
        void isActiveWithTheFirstPayment() {
            JsonNode active = membership(publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED)));
            assertPerks(active, "ACTIVE", true);
            assertThat(active.path("paidUntil").asString()).isEqualTo(RENEWAL.toString());
            assertThat(active.path("nextCharge").asString()).isEqualTo(RENEWAL.toString());
        }

        @Test
        void stopsPerksAtADeclineAndBringsThemBackWithThePayment() {
            publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED));
            JsonNode asked = membership(publish(one.due(RENEWAL)));
            assertPerks(asked, "ACTIVE", true);
            assertThat(asked.path("nextCharge").asString()).isEqualTo(RENEWAL.toString());
            Instant again = RENEWAL.plus(Duration.ofDays(1));
            JsonNode declined = membership(publish(one.declined(RENEWAL, 1, again)));
            assertPerks(declined, "ACTIVE", false);
            assertThat(declined.path("nextCharge").asString()).isEqualTo(again.toString());
            assertPerks(membership(publish(one.due(RENEWAL, again, 2))), "ACTIVE", false);
            JsonNode paid = membership(publish(one.paid(RENEWAL)));
            assertPerks(paid, "ACTIVE", true);
            assertThat(paid.path("paidUntil").asString())
                    .isEqualTo(RENEWAL.plus(Membership.PERIOD).toString());
        }

        @Test
        void bringsNoPerksBackWithTheLatePaymentOfAnEarlierPeriod() {
            Instant next = RENEWAL.plus(Membership.PERIOD);
            Instant again = next.plus(Duration.ofDays(1));
            publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED), one.due(RENEWAL));
            publish(one.due(next), one.declined(next, 1, again));
            JsonNode late = membership(publish(one.paid(RENEWAL)));
            assertPerks(late, "ACTIVE", false);
            assertThat(late.path("nextCharge").asString()).isEqualTo(again.toString());
            JsonNode paid = membership(publish(one.paid(next)));
            assertPerks(paid, "ACTIVE", true);
            Instant until = next.plus(Membership.PERIOD);
            assertThat(paid.path("paidUntil").asString()).isEqualTo(until.toString());
        }

        @Test
        void lapsesWithTheLastDecline() {
            publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED), one.due(RENEWAL));
            JsonNode lapsed =
                    membership(publish(one.declined(RENEWAL, 5, null), new MembershipLapsed(one.id(), RENEWAL)));
            assertPerks(lapsed, "LAPSED", false);
            assertThat(lapsed.has("nextCharge")).isFalse();
        }

        @Test
        void leavesEverythingAsItIsWhenAnUpgradeIsPaidOrDeclined() {
            publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED));
            ChargeId upgrade = ChargeId.ofUpgrade(one.id(), 1);
            JsonNode declined =
                    membership(publish(new MembershipChargeDeclined(one.id(), upgrade, 1, null, JOINED, null)));
            assertPerks(declined, "ACTIVE", true);
            JsonNode paid = membership(publish(new MembershipChargePaid(
                    one.id(),
                    upgrade,
                    ChargeKind.UPGRADE,
                    SILVER,
                    "pay-up",
                    Membership.SPLIT,
                    JOINED,
                    JOINED.plusSeconds(1),
                    JOINED)));
            assertThat(paid.path("paidUntil").asString()).isEqualTo(RENEWAL.toString());
        }

        @Test
        void namesTheTierOfTheNextPeriodUntilItIsTheTierOrGivenUp() {
            publishOn(one.started(JOINED, null), one.paid(JOINED));
            JsonNode planned = membership(publish(new TierChangePlanned(one.id(), SILVER)));
            assertThat(planned.path("tierId").asString()).isEqualTo("gold");
            assertThat(planned.path("nextTierId").asString()).isEqualTo("silver");
            assertThat(membership(publish(new TierChangePlanned(one.id(), Membership.GOLD)))
                            .has("nextTierId"))
                    .isFalse();
            JsonNode changed = membership(
                    publish(new TierChangePlanned(one.id(), SILVER), new TierChanged(one.id(), SILVER, RENEWAL)));
            assertThat(changed.path("tierId").asString()).isEqualTo("silver");
            assertThat(changed.has("nextTierId")).isFalse();
        }
    }

    @Nested
    class Pausing {

        @Test
        void stopsPerksWithTheProgrammeNotWithTheNewsOfIt() {
            publishOn(one.started(JOINED, null), one.paid(JOINED));
            JsonNode notYetReached =
                    membership(publish(programme.paused(2, PauseCause.MADE_FOR_KIDS, QueryService.NOW)));
            assertPerks(notYetReached, "ACTIVE", false);
            JsonNode reached = membership(publish(paused()));
            assertPerks(reached, "PAUSED", false);
            assertThat(reached.path("pausedSince").asString()).isEqualTo(QueryService.NOW.toString());
            assertThat(reached.has("nextCharge")).isFalse();
        }

        @Test
        void staysPausedWhenARenewalThatWasAskedBeforeIsPaid() {
            publishOn(one.started(JOINED, null), one.paid(JOINED), one.due(RENEWAL));
            JsonNode paid = membership(publish(
                    programme.paused(2, PauseCause.MADE_FOR_KIDS, QueryService.NOW), paused(), one.paid(RENEWAL)));
            assertPerks(paid, "PAUSED", false);
            assertThat(paid.path("paidUntil").asString())
                    .isEqualTo(RENEWAL.plus(Membership.PERIOD).toString());
        }

        @Test
        void bringsPerksBackAndCoversThePeriodsOfThePause() {
            publishOn(one.started(JOINED, null), one.paid(JOINED), one.due(RENEWAL), one.declined(RENEWAL, 1, RENEWAL));
            publish(
                    programme.paused(2, PauseCause.MADE_FOR_KIDS, QueryService.NOW),
                    paused(),
                    one.withdrawn(RENEWAL),
                    programme.resumed(3, QueryService.NOW));
            Instant covered = RENEWAL.plus(Membership.PERIOD);
            JsonNode resumed = membership(publish(new MembershipResumed(one.id(), 3, QueryService.NOW, covered)));
            assertPerks(resumed, "ACTIVE", true);
            assertThat(resumed.has("pausedSince")).isFalse();
            assertThat(resumed.path("paidUntil").asString()).isEqualTo(covered.toString());
            assertThat(resumed.path("nextCharge").asString()).isEqualTo(covered.toString());
        }

        @Test
        void takesNothingBackOfWhatIsPaidForLonger() {
            publishOn(one.started(JOINED, null), one.paid(JOINED), paused());
            JsonNode resumed =
                    membership(publish(new MembershipResumed(one.id(), 3, QueryService.NOW, RENEWAL.minusSeconds(1))));
            assertThat(resumed.path("paidUntil").asString()).isEqualTo(RENEWAL.toString());
        }
    }

    @Nested
    class Ending {

        @Test
        void leavesPerksToWhoCancelsUntilThePaidPeriodIsOver() {
            publishOn(one.started(JOINED, null), one.paid(JOINED));
            JsonNode cancelled = membership(publish(new MembershipCancelled(one.id(), QueryService.NOW, RENEWAL)));
            assertPerks(cancelled, "CANCELLED", true);
            assertThat(cancelled.path("paidUntil").asString()).isEqualTo(RENEWAL.toString());
            assertThat(cancelled.has("nextCharge")).isFalse();
            assertPerks(
                    membership(publish(programme.paused(2, PauseCause.MADE_FOR_KIDS, QueryService.NOW))),
                    "CANCELLED",
                    false);
        }

        @Test
        void saysUntilWhenWasPaid_notWhenItWasCancelled() {
            Instant later = RENEWAL.plusSeconds(60);
            publishOn(one.started(JOINED, null), one.due(JOINED), one.paid(JOINED), one.due(RENEWAL));
            JsonNode unpaid =
                    membership(publish(one.withdrawn(RENEWAL), new MembershipCancelled(one.id(), later, later)));
            assertThat(unpaid.path("paidUntil").asString()).isEqualTo(RENEWAL.toString());
        }

        @Test
        void saysOfWhoNeverPaidThatNothingIsPaid() {
            publishOn(one.started(JOINED, null), one.due(JOINED));
            JsonNode cancelled =
                    membership(publish(one.withdrawn(JOINED), new MembershipCancelled(one.id(), RENEWAL, RENEWAL)));
            assertPerks(cancelled, "CANCELLED", false);
            assertThat(cancelled.has("paidUntil")).isFalse();
        }

        @Test
        void takesPerksAtTheEndOfThePaidPeriodToTheInstant() {
            long position = publishOn(
                    one.started(JOINED, null),
                    one.paid(JOINED),
                    new MembershipCancelled(one.id(), JOINED, QueryService.NOW));
            assertPerks(membership(position), "CANCELLED", false);
        }

        @Test
        void saysWhyTheServiceEndedItEvenAfterItWasCancelled() {
            publishOn(one.started(JOINED, null), one.paid(JOINED));
            publish(new MembershipCancelled(one.id(), QueryService.NOW, RENEWAL));
            JsonNode ended =
                    membership(publish(new MembershipEnded(one.id(), EndReason.PAUSE_EXPIRED, QueryService.NOW)));
            assertPerks(ended, "ENDED", false);
            assertThat(ended.path("endReason").asString()).isEqualTo("PAUSE_EXPIRED");
        }
    }

    @Nested
    class Persons {

        @Test
        void areNamedUntilTheyAreErasedAndEveryFigureStays() {
            long position = publishOn(one.started(JOINED, nameOf(one.memberId(), "Ali Karimi")), one.paid(JOINED));
            JsonNode before = membership(position);
            assertThat(before.path("memberName").asString()).isEqualTo("Ali Karimi");
            destroyKeyOf(one.memberId());
            JsonNode after = membership(position);
            assertThat(after.path("memberName").asString()).isEqualTo("erased");
            assertThat(after.toString().replace("erased", "Ali Karimi")).isEqualTo(before.toString());
        }

        @Test
        void seeTheirOwnMembershipsAndCreatorsThoseOfTheirChannels() {
            String path = "/v1/memberships/" + one.id().value() + "?atLeast=" + publishOn(one.started(JOINED, null));
            assertThat(getAsMember(one.memberId().value(), path).statusCode()).isEqualTo(200);
            assertThat(getAsMember("another", path).statusCode()).isEqualTo(403);
            assertThat(getAsCreatorOf(channel.value(), path).statusCode()).isEqualTo(200);
            assertThat(getAsCreatorOf("another", path).statusCode()).isEqualTo(403);
            assertThat(statusFor("payments", path)).isEqualTo(200);
            assertThat(statusFor("operator", path)).isEqualTo(200);
            assertThat(statusFor("compliance", path)).isEqualTo(200);
            assertThat(statusFor("ingest", path)).isEqualTo(403);
            assertThat(get("/v1/memberships/unknown").statusCode()).isEqualTo(404);
        }
    }
}
