package dev.creatorledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.QueryHttp;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@DisplayName("U4 GET /v1/audit/export")
@TestPropertySource(properties = {"ledger.exports.page=2", "ledger.views.database=exports"})
class ExportHttpIT extends QueryHttp {

    private static final String EXPORT = "/v1/audit/export";
    private static final Instant THEN = Instant.parse("2026-01-10T06:00:00Z");

    private static int channels;

    private final ChannelId channel = new ChannelId("export-" + channels++);
    private long position;

    private EarningsFinalized earned(int hour, String rials) {
        Money net = Money.ofMajor(rials, Money.IRR);
        WindowId window = WindowId.of(channel, THEN.plusSeconds(3_600L * hour));
        return new EarningsFinalized(channel, window, 1, net, net, Money.zero(Money.IRR), 10_000, 1);
    }

    @BeforeEach
    void aChannelWithIncome() {
        position = publishAt(
                THEN,
                new ChannelRegistered(channel, owner(channel, "Sara"), "A channel", "IR", Money.IRR, false),
                earned(0, "10"),
                earned(1, "20"),
                earned(2, "0.5"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"hledger, text/plain, journal", "beancount, text/plain, beancount", "csv, text/csv, csv"})
    void isAFileAsOfOnePosition(String format, String mediaType, String ending) {
        HttpResponse<String> answer = get(EXPORT + "?format=" + format + "&atLeast=" + position);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(mediaType + ";charset=UTF-8");
        assertThat(header(answer, "X-Ledger-Position")).isEqualTo(Long.toString(position));
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"ledger-" + position + "." + ending + "\"");
        assertThat(answer.body()).contains(channel.value() + ":2026-01-10T08");
    }

    @Test
    void canBeOfAChannelAndAPeriod() {
        publishAt(THEN.plusSeconds(60), earned(3, "7"));
        String path = EXPORT + "?format=csv&channel=" + channel.value() + "&atLeast=" + position;
        assertThat(get(path).body().lines()).hasSize(1 + 2 * 4);
        HttpResponse<String> part = get(path + "&from=2026-01-10T06:00:30Z&to=2999-01-01T00:00:00%2B01:00");
        assertThat(part.body().lines()).hasSize(1 + 2).last().asString().contains(",-7,IRR");
        assertThat(header(part, "Content-Disposition")).contains("filename=\"ledger-" + channel.value() + "-");
        assertThat(get(path + "&to=2026-01-10T06:00:00Z").body().lines()).hasSize(1);
        assertThat(get(path + "&from=2026-01-10&to=2026-01-10").body())
                .isEqualTo(get(path + "&from=2026-01-10T00:00:00Z&to=2026-01-11T00:00:00Z")
                        .body());
        assertThat(get(path + "&from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z")
                        .body()
                        .lines())
                .hasSize(1 + 2 * 4);
    }

    @ParameterizedTest
    @CsvSource({
        "'', format",
        "format=, format",
        "format=pdf, format",
        "format=HLEDGER, format",
        "format=csv&channel=a%20b, channel",
        "format=csv&channel=, channel",
        "format=csv&from=yesterday, from",
        "format=csv&to=2026-13-10, to",
        "format=csv&from=2026-01-10T00:00:00Z&to=2026-01-10T00:00:00Z, to",
        "format=csv&from=2026-01-11T00:00:00Z&to=2026-01-10T00:00:00Z, to",
        "format=csv&atLeast=-1, atLeast"
    })
    void isRefusedWhereItsParametersAreMalformed(String query, String field) {
        HttpResponse<String> answer = get(EXPORT + "?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"INVALID_FIELD\"", "\"field\":\"" + field + "\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Content-Disposition")).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(get(EXPORT + "?format=pdf&channel=a%20b&from=x&to=y").body())
                .contains("\"field\":\"format\"", "\"field\":\"channel\"", "\"field\":\"from\"", "\"field\":\"to\"")
                .contains("one of [hledger, beancount, csv");
    }

    @Test
    void isNotFoundOfAChannelThatThereIsNot() {
        HttpResponse<String> answer = get(EXPORT + "?format=csv&channel=nobody&atLeast=" + position);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void isBehindOfAPositionThatIsNotStoredYet() {
        HttpResponse<String> answer = get(EXPORT + "?format=csv&atLeast=" + (position + 1_000));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"VIEW_BEHIND\"");
    }

    @Test
    void isForAuditorsAndTheAdmin() {
        String path = EXPORT + "?format=csv";
        assertThat(statusFor("auditor", path)).isEqualTo(200);
        assertThat(statusFor("admin", path)).isEqualTo(200);
        for (String role : List.of("operator", "payments", "compliance", "ingest")) {
            assertThat(statusFor(role, path)).as(role).isEqualTo(403);
        }
        assertThat(getAsCreatorOf(channel.value(), path + "&channel=" + channel.value())
                        .statusCode())
                .as("the other side of an entry is not the creator's")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"text/csv, 200", "text/*, 200", "*/*, 200", "application/pdf, 406", "application/json, 406"})
    void isGivenToWhoeverReadsIt(String accepted, int status) {
        assertThat(getAccepting(accepted, EXPORT + "?format=csv").statusCode()).isEqualTo(status);
    }

    @Test
    void isHeadedWithoutBeingWritten() {
        HttpResponse<String> answer = head(EXPORT + "?format=hledger&atLeast=" + position);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "X-Ledger-Position")).isEqualTo(Long.toString(position));
    }
}
