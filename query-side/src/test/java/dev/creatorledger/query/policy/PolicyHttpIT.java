package dev.creatorledger.query.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** V1: policies and calendars with all their versions. */
class PolicyHttpIT extends QueryHttp {

    private static final Instant LATER = QueryService.NOW.plus(Duration.ofHours(1));

    @Test
    void shows_the_defaults_before_anybody_sets_a_version() {
        JsonNode policy = read("/v1/policies/memberships");
        assertThat(policy.get("name").asString()).isEqualTo("memberships");
        assertThat(policy.get("inForce").asInt()).isEqualTo(1);
        assertThat(policy.get("versions").size()).isEqualTo(1);
        JsonNode version = policy.at("/versions/0");
        assertThat(version.get("version").asInt()).isEqualTo(1);
        assertThat(version.has("effectiveFrom")).isFalse();
        assertThat(version.has("setBy")).isFalse();
        assertThat(version.get("values").toString())
                .isEqualTo("{\"countries\":[\"CA\",\"DE\",\"FR\",\"GB\",\"ID\",\"IR\",\"MY\",\"SG\",\"TR\",\"US\"],"
                        + "\"maxMadeForKidsPercent\":10,\"maxIneligiblePercent\":10,\"maxTiers\":6,\"shareBps\":7000,"
                        + "\"retryDays\":[1,3,5,7],\"longestPauseDays\":120,\"bookableMinutes\":60}");
    }

    @Test
    void shows_every_version_with_who_set_it_and_the_one_in_force() {
        PayoutPolicy second = new PayoutPolicy(2, PayoutPolicy.DEFAULT.thresholds(), 8, 5);
        PayoutPolicy third = new PayoutPolicy(3, PayoutPolicy.DEFAULT.thresholds(), 9, 5);
        long position = publish(new PayoutPolicySet(LATER, second), new PayoutPolicySet(QueryService.NOW, third));
        JsonNode policy = read("/v1/policies/payouts?atLeast=" + position);
        assertThat(policy.get("inForce").asInt()).isEqualTo(3);
        assertThat(policy.at("/versions/0/version").asInt()).isEqualTo(3);
        assertThat(policy.at("/versions/1/version").asInt()).isEqualTo(2);
        assertThat(policy.at("/versions/2/version").asInt()).isEqualTo(1);
        JsonNode later = policy.at("/versions/1");
        assertThat(later.get("effectiveFrom").asString()).isEqualTo(LATER.toString());
        assertThat(later.at("/values/businessDays").asInt()).isEqualTo(8);
        assertThat(later.at("/values/thresholds/IRR/amount").asString()).isEqualTo("4000000");
        assertThat(later.get("setBy").asString()).isEqualTo("tester");
        assertThat(later.get("setAt").asString()).endsWith("Z");
    }

    @Test
    void shows_figures_under_the_names_under_which_they_are_set() {
        publish(new AdPolicySet(
                LATER,
                new AdPolicy(
                        2,
                        7,
                        Duration.ofHours(8),
                        Period.ofMonths(9),
                        6_000,
                        10,
                        Duration.ofMinutes(11),
                        Duration.ofMinutes(90))));
        assertThat(read("/v1/policies/ad-revenue").at("/versions/0/values").toString())
                .isEqualTo("{\"requiredFollowers\":7,\"requiredWatchHours\":8,\"watchMonths\":9,"
                        + "\"shareFloorBps\":6000,\"qualifyingMillis\":10,\"maxAheadMinutes\":11,"
                        + "\"bookableMinutes\":90}");
    }

    @Test
    void shows_calendars_with_their_versions() {
        JsonNode iran = read("/v1/calendars/IR");
        assertThat(iran.get("inForce").asInt()).isEqualTo(1);
        assertThat(iran.at("/versions/0/weekend").toString()).isEqualTo("[\"THURSDAY\",\"FRIDAY\"]");
        assertThat(iran.at("/versions/0/holidays").size()).isGreaterThan(100);
        assertThat(get("/v1/calendars/SG").statusCode()).isEqualTo(404);
        CalendarId singapore = new CalendarId("SG");
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
        BusinessCalendar calendar =
                new BusinessCalendar("SG", 1, weekend, Set.of(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 2, 17)));
        publish(new CalendarSet(singapore, LATER, calendar));
        JsonNode shown = read("/v1/calendars/SG");
        assertThat(shown.get("country").asString()).isEqualTo("SG");
        assertThat(shown.has("inForce")).as("not yet").isFalse();
        assertThat(shown.at("/versions/0/validFrom").asString()).isEqualTo(LATER.toString());
        assertThat(shown.at("/versions/0/weekend").toString()).isEqualTo("[\"SATURDAY\",\"SUNDAY\"]");
        assertThat(shown.at("/versions/0/holidays").toString()).isEqualTo("[\"2026-02-17\",\"2026-08-10\"]");
    }

    @Test
    void knows_no_other_names() {
        assertThat(get("/v1/policies/ads").statusCode()).isEqualTo(404);
        assertThat(get("/v1/calendars/XX").statusCode()).isEqualTo(404);
        assertThat(get("/v1/calendars/%20").statusCode()).isEqualTo(400);
        assertThat(getAsCreatorOf("ch-1", "/v1/policies/payouts").statusCode()).isEqualTo(403);
        assertThat(get("/v1/policies/payouts?atLeast=999999999").statusCode()).isEqualTo(503);
    }
}
