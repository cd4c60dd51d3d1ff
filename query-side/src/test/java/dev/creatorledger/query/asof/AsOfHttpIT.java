package dev.creatorledger.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.History;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.ProgrammeTurns;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** U2: channels, balances, payouts and memberships as they were, and by the time that it was then. */
@TestPropertySource(properties = {"ledger.views.era=8", "ledger.views.database=as-of"})
class AsOfHttpIT extends QueryHttp {

    private static final Instant FIRST = Instant.parse("2025-06-01T10:00:00Z");
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar("IR", 1, Set.of(), Set.of());
    private static int channels;

    private final ChannelId channel = new ChannelId("as-of-" + channels++);
    private final PayoutId payout = new PayoutId(channel.value() + "-p");
    private final Membership member = Membership.of(channel, "ali");
    private final ProgrammeTurns programme = new ProgrammeTurns(channel);
    private long position;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PersonalCodec codec;

    /** The tests share a store, whose times never go back: each has weeks of its own. */
    private final Instant start = FIRST.plus(Duration.ofDays(20L * channels));

    private Instant day(int number) {
        return start.plus(Duration.ofDays(number));
    }

    @BeforeEach
    void publishAMonth() {
        publishAt(
                day(0),
                new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false),
                new FollowersReported(channel, 100),
                programme.tier("gold", 1, false),
                programme.enabled(1),
                member.started(day(0), null),
                member.due(day(0)),
                member.paid(day(0)),
                new PayoutRequested(payout, channel, Money.ofMajor("5", Money.IRR), account(), day(0)));
        publishAt(
                day(1),
                new ChannelDetailsChanged(channel, owner(channel, "Sara"), "Cooking well", "IR"),
                new FollowersReported(channel, 200),
                new WatchTimeCounted(channel, new VideoId("v"), LocalDate.ofInstant(start, ZoneOffset.UTC), 7_200),
                new PayoutApproved(payout, day(1), SettlementTerms.of(day(1), EVERY_DAY, 7, 5), 1),
                History.qualified(channel, new VideoId("v"), "i1", day(1), 3_000_001, 5_000));
        publishAt(
                day(12),
                new WatchTimeCounted(channel, new VideoId("v"), LocalDate.ofInstant(start, ZoneOffset.UTC), 3_600),
                programme.paused(2, PauseCause.MONETIZATION_LOST, day(12)),
                new PayoutSettled(payout, "BR", day(12), 3));
        position = publishAt(
                day(13),
                programme.resumed(3, day(13)),
                new MembershipCancelled(member.id(), day(13), day(14)),
                History.qualified(channel, new VideoId("v"), "i2", day(1), 1_000_000, 5_000));
    }

    private BankAccount account() {
        return new BankAccount(
                codec.seal(PersonId.owner(channel), PersonalField.IBAN, "IR580540105180021273113007"),
                codec.seal(PersonId.owner(channel), PersonalField.HOLDER, "Sara"));
    }

    private List<String> routes() {
        String path = "/v1/channels/" + channel.value();
        return List.of(
                path,
                path + "/balance",
                "/v1/payouts/" + payout.value(),
                "/v1/memberships/" + member.id().value());
    }

    private JsonNode asOf(int route, Instant instant) {
        return read(routes().get(route) + "?asOf=" + instant + "&atLeast=" + position);
    }

    @Test
    void a_channel_is_shown_as_it_was() {
        JsonNode then = asOf(0, day(0));
        assertThat(then.path("title").asString()).isEqualTo("Cooking");
        assertThat(then.path("followers").asInt()).isEqualTo(100);
        assertThat(then.at("/memberships/status").asString()).isEqualTo("ON");
        assertThat(then.at("/memberships/joinable").asBoolean()).isTrue();
        JsonNode later = asOf(0, day(11));
        assertThat(later.path("title").asString()).isEqualTo("Cooking well");
        assertThat(later.at("/adProgramme/eligibility/conditions/1/actual").asInt())
                .isEqualTo(2);
        JsonNode paused = asOf(0, day(12).plus(Duration.ofHours(23)));
        assertThat(paused.at("/adProgramme/eligibility/conditions/1/actual").asInt())
                .isEqualTo(1);
        assertThat(paused.at("/memberships/status").asString()).isEqualTo("PAUSED");
        assertThat(paused.at("/memberships/daysUntilTermination").asInt())
                .as("counted from then")
                .isEqualTo(120);
        assertThat(asOf(0, day(13)).at("/memberships/status").asString()).isEqualTo("ON");
    }

    @Test
    void the_terms_of_a_network_count_from_when_it_accepted_them() {
        NetworkId network = new NetworkId(channel.value() + "-net");
        publishAt(day(14), new NetworkRegistered(network, "Net"), new NetworkJoined(channel, network));
        position = publishAt(day(15), new NetworkTermsAccepted(network));
        assertThat(asOf(0, day(13)).has("networkId")).isFalse();
        assertThat(asOf(0, day(14)).path("networkId").asString()).isEqualTo(network.value());
        assertThat(asOf(0, day(14)).toString())
                .contains("\"code\":\"NETWORK_TERMS\",\"required\":true,\"actual\":false");
        assertThat(asOf(0, day(15)).toString())
                .contains("\"code\":\"NETWORK_TERMS\",\"required\":true,\"actual\":true");
    }

    @Test
    void a_balance_is_what_was_estimated_and_final_then() {
        assertThat(asOf(1, day(0)).at("/estimated/amount").asString()).isEqualTo("0");
        assertThat(asOf(1, day(1)).at("/estimated/amount").asString()).isEqualTo("1.500001");
        assertThat(asOf(1, day(1).minusNanos(1_000)).at("/total/amount").asString())
                .isEqualTo("0");
        assertThat(asOf(1, day(13)).at("/total/amount").asString()).isEqualTo("2.000001");
    }

    @Test
    void a_payout_has_the_deadline_and_the_days_left_that_it_had() {
        assertThat(asOf(2, day(0)).path("status").asString()).isEqualTo("REQUESTED");
        assertThat(asOf(2, day(0)).has("deadline")).isFalse();
        JsonNode runs = asOf(2, day(2));
        assertThat(runs.path("status").asString()).isEqualTo("APPROVED");
        assertThat(runs.path("overdue").asBoolean()).isFalse();
        assertThat(runs.path("businessDaysLeft").asInt()).isPositive();
        JsonNode late = asOf(2, day(11));
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(late.path("businessDaysLeft").asInt()).isZero();
        JsonNode settled = asOf(2, day(12));
        assertThat(settled.path("status").asString()).isEqualTo("SETTLED");
        assertThat(settled.path("overdue").asBoolean()).isFalse();
    }

    @Test
    void a_membership_has_the_perks_that_it_had() {
        assertThat(asOf(3, day(11)).path("perksActive").asBoolean()).isTrue();
        assertThat(asOf(3, day(12)).path("perksActive").asBoolean())
                .as("the programme was paused")
                .isFalse();
        JsonNode cancelled = asOf(3, day(13));
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("perksActive").asBoolean())
                .as("paid until the next day")
                .isTrue();
        assertThat(asOf(3, day(14)).path("perksActive").asBoolean())
                .as("nothing has happened but time")
                .isFalse();
    }

    @Test
    void what_did_not_exist_is_not_found() {
        for (String route : routes()) {
            String query = "?atLeast=" + position + "&asOf=";
            assertThat(get(route + query + day(0).minusNanos(1_000)).statusCode())
                    .as(route)
                    .isEqualTo(404);
            assertThat(get(route + query + "0001-01-01T00:00:00Z").statusCode())
                    .as(route)
                    .isEqualTo(404);
            assertThat(get(route + query + day(0)).statusCode()).as(route).isEqualTo(200);
        }
    }

    @Test
    void what_is_no_instant_of_the_past_is_refused() {
        for (String route : routes()) {
            for (String bad : List.of(
                    "yesterday",
                    "2026-01-05",
                    "",
                    QueryService.NOW.plusNanos(1_000).toString())) {
                HttpResponse<String> answer = get(route + "?asOf=" + bad);
                assertThat(answer.statusCode()).as("%s of %s", bad, route).isEqualTo(400);
                assertThat(answer.body()).contains("\"field\":\"asOf\"");
            }
        }
    }

    @Test
    void the_past_of_others_is_refused_as_their_present_is() {
        for (String route : routes()) {
            String path = route + "?asOf=" + day(13) + "&atLeast=" + position;
            assertThat(getAsCreatorOf("another", path).statusCode()).as(route).isEqualTo(403);
            assertThat(getAsCreatorOf(channel.value(), path).statusCode())
                    .as(route)
                    .isEqualTo(200);
        }
        String membership = routes().get(3) + "?asOf=" + day(13);
        assertThat(getAsMember("another", membership).statusCode()).isEqualTo(403);
        assertThat(getAsMember(member.memberId().value(), membership).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_statement_of_a_month_begins_with_the_books_of_then() {
        YearMonth month = YearMonth.from(day(0).atOffset(ZoneOffset.UTC));
        String path = routes().get(0) + "/statement?month=" + month + "&atLeast=" + position;
        assertThat(read(path + "&asOf=" + day(0)).at("/opening/amount").asString())
                .isEqualTo("0");
        assertThat(get(path + "&asOf=" + day(0).minusNanos(1_000)).statusCode()).isEqualTo(404);
    }
}
