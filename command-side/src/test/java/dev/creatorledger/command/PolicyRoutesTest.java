package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.policy.Policies;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("V1 PUT /v1/policies/{name} and /v1/calendars/{country}")
class PolicyRoutesTest extends HttpTestBase {

    private static final String LATER = "2126-01-01T00:00:00Z";
    private static final Instant THEN = Instant.parse(LATER);

    @Autowired
    private Policies policies;

    private static String version(String values) {
        return "{\"effectiveFrom\":\"" + LATER + "\",\"values\":" + values + "}";
    }

    private Answer set(String name, String values) {
        return decide("PUT", "/v1/policies/" + name, version(values));
    }

    private Answer calendar(String country, String from, String weekend, String holidays) {
        return decide(
                "PUT",
                "/v1/calendars/" + country,
                "{\"validFrom\":\"%s\",\"weekend\":%s,\"holidays\":%s}".formatted(from, weekend, holidays));
    }

    @Test
    void countsForTheNextDecisionOnceItIsAnswered_andARepeatIsQuiet() {
        Answer first = set("memberships", "{\"maxTiers\":9,\"retryDays\":[1,2]}");
        assertThat(first.status()).isIn(200, 201);
        assertThat(first.body().path("id").asString()).isEqualTo("memberships");
        assertThat(policies.membershipsAt(THEN).maxTiers()).isEqualTo(9);
        assertThat(policies.membershipsAt(THEN.minusNanos(1)).maxTiers()).isEqualTo(6);
        Answer second = set("memberships", "{\"maxTiers\":9,\"retryDays\":[1,2]}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("version").asLong())
                .isEqualTo(first.body().path("version").asLong());
    }

    @Test
    void isRefusedWithoutAReasonAnUnknownNameOrAnotherRole() {
        String body = version("{\"businessDays\":8}");
        assertThat(put("/v1/policies/payouts", body).code()).isEqualTo("REASON_REQUIRED");
        assertThat(decide("PUT", "/v1/policies/ads", body).status()).isEqualTo(404);
        for (String role : new String[] {"ingest", "payments", "auditor", "compliance"}) {
            assertThat(decideAs(role, "PUT", "/v1/policies/payouts", body).status())
                    .isEqualTo(403);
            assertThat(decideAs(role, "PUT", "/v1/calendars/IR", "{}").status()).isEqualTo(403);
        }
        assertThat(policies.payoutsAt(THEN).businessDays()).isEqualTo(7);
    }

    @Test
    void isRefusedForATimeThatHasPassed() {
        String body = "{\"effectiveFrom\":\"2020-01-01T00:00:00Z\",\"values\":{\"businessDays\":8}}";
        Answer answer = decide("PUT", "/v1/policies/payouts", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("EFFECTIVE_IN_PAST");
        assertThat(calendar("IR", "2020-01-01", "[]", "[]").code()).isEqualTo("EFFECTIVE_IN_PAST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ad-revenue | {'requiredFollowers':-1} | values.requiredFollowers",
                "ad-revenue | {'requiredFollowers':1.5} | values.requiredFollowers",
                "ad-revenue | {'requiredFollowers':'200'} | values.requiredFollowers",
                "ad-revenue | {'requiredFollowers':null} | values.requiredFollowers",
                "ad-revenue | {'requiredFollowers':99999999999999999999} | values.requiredFollowers",
                "ad-revenue | {'watchMonths':13} | values.watchMonths",
                "ad-revenue | {'watchMonths':4294967297} | values.watchMonths",
                "ad-revenue | {'shareFloorBps':10001} | values.shareFloorBps",
                "ad-revenue | {'bookableMinutes':0} | values.bookableMinutes",
                "ad-revenue | {'maxAheadMinutes':61} | values.maxAheadMinutes",
                "ad-revenue | {'businessDays':7} | values.businessDays",
                "ad-revenue | {} | values",
                "payouts | {'businessDays':0} | values.businessDays",
                "payouts | {'businessDays':61} | values.businessDays",
                "payouts | {'thresholds':{}} | values.thresholds",
                "payouts | {'thresholds':[]} | values.thresholds",
                "payouts | {'thresholds':{'IRR':{'amount':5,'currency':'IRR'}}} | values.thresholds.IRR",
                "payouts | {'thresholds':{'IRR':{'amount':'-5','currency':'IRR'}}} | values.thresholds.IRR",
                "payouts | {'thresholds':{'USD':{'amount':'5','currency':'IRR'}}} | values.thresholds.USD",
                "payouts | {'thresholds':{'XYZ':{'amount':'5','currency':'XYZ'}}} | values.thresholds.XYZ",
                "payouts | {'thresholds':{'USD':null}} | values.thresholds.USD",
                "memberships | {'countries':[]} | values.countries",
                "memberships | {'countries':['IR','XX']} | values.countries",
                "memberships | {'countries':['IR',7]} | values.countries",
                "memberships | {'retryDays':[3,3]} | values.retryDays",
                "memberships | {'retryDays':[0]} | values.retryDays",
                "memberships | {'retryDays':[28]} | values.retryDays",
                "memberships | {'retryDays':[null]} | values.retryDays",
                "memberships | {'retryDays':[9999999999]} | values.retryDays",
                "memberships | {'maxMadeForKidsPercent':101} | values.maxMadeForKidsPercent"
            })
    void namesTheFigureThatIsUnknownOrOutOfRange(String name, String values, String field) {
        Answer answer = set(name, values.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_FIELD");
        assertThat(answer.violatedFields()).contains(field);
    }

    @Test
    void namesSomeOfCountlessUnknownFigures() {
        String many =
                IntStream.range(0, 1_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        assertThat(set("payouts", many).violatedFields()).hasSize(20);
        String countries = "{\"countries\":[" + "\"IR\",".repeat(300) + "\"IR\"]}";
        assertThat(set("memberships", countries).violatedFields()).containsExactly("values.countries");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | effectiveFrom",
                "{'values':{'businessDays':8}} | effectiveFrom",
                "{'effectiveFrom':'2126-01-01','values':{'businessDays':8}} | effectiveFrom",
                "{'effectiveFrom':'2126-01-01T00:00:00Z'} | values",
                "{'effectiveFrom':'2126-01-01T00:00:00Z','values':[]} | values"
            })
    void needsATimeAndFigures(String body, String field) {
        Answer answer = decide("PUT", "/v1/policies/payouts", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violatedFields()).contains(field);
    }

    @Test
    void setsACalendarFromADayOrAnInstantOn() {
        String friday = "[\"FRIDAY\"]";
        assertThat(calendar("IR", "2126-01-01", friday, "[\"2126-01-02\"]").status())
                .isIn(200, 201);
        Instant midnight = Instant.parse("2125-12-31T20:30:00Z");
        assertThat(policies.calendarAt(midnight).version()).isEqualTo(2);
        assertThat(policies.calendarAt(midnight.minusNanos(1)).version()).isEqualTo(1);
        assertThat(calendar("IR", LATER, "[]", "[]").status()).isEqualTo(200);
        assertThat(policies.calendarAt(THEN).version()).isEqualTo(3);
        assertThat(calendar("MY", "2126-01-01", friday, "[]").status()).isEqualTo(201);
        assertThat(policies.calendarAt(THEN).country()).isEqualTo("IR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XX | 2126-01-01 | [] | [] | country",
                "ir | 2126-01-01 | [] | [] | country",
                "IR | tomorrow | [] | [] | validFrom",
                "IR | 2126-02-30 | [] | [] | validFrom",
                "IR | 2126-01-01 | ['Friday'] | [] | weekend[0]",
                "IR | 2126-01-01 | null | [] | weekend",
                "IR | 2126-01-01 | [] | null | holidays",
                "IR | 2126-01-01 | [] | ['2126-02-30'] | holidays[0]",
                "IR | 2126-01-01 | ['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY'] | [] |"
                        + " weekend"
            })
    void namesWhatIsWrongWithACalendar(String country, String from, String weekend, String holidays, String field) {
        Answer answer = calendar(country, from, weekend.replace('\'', '"'), holidays.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violatedFields()).contains(field);
    }
}
