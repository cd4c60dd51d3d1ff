package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A11 POST /v1/backfills/{backfillId} and :close")
class BackfillRoutesTest extends HttpTestBase {

    private static String period(String from, String to) {
        return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    }

    @Test
    void isOpenedOnce_closedOnce_andAnswersUnderItsOwnId() {
        String may = period("2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z");
        String june = period("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z");
        assertThat(decide("POST", "/v1/backfills/may", may).status()).isEqualTo(201);
        assertThat(decide("POST", "/v1/backfills/may", may).status()).isEqualTo(200);
        Answer second = decide("POST", "/v1/backfills/june", june);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("id").asString()).isEqualTo("june");

        for (int time = 0; time < 2; time++) {
            Answer closed = decide("POST", "/v1/backfills/may:close", "");
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.body().path("id").asString()).isEqualTo("may");
            assertThat(closed.position()).isEqualTo(CommandService.SEALED_AT);
        }
        assertThat(decide("POST", "/v1/backfills/may", may).code()).isEqualTo("BACKFILL_CLOSED");
    }

    @Test
    void needsAReason() {
        String period = period("2025-05-01T00:00:00Z", "2025-06-01T00:00:00Z");
        assertThat(post("/v1/backfills/quiet", period).code()).isEqualTo("REASON_REQUIRED");
        assertThat(post("/v1/backfills/quiet:close", "").code()).isEqualTo("REASON_REQUIRED");
    }

    @Test
    void isUnknownUntilItIsOpened() {
        assertThat(decide("POST", "/v1/backfills/never:close", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-01T00:00:00Z, 2025-05-01, 400, INVALID_FIELD",
        "2025-05-01T00:00:00, 2025-05-02T00:00:00Z, 400, INVALID_FIELD",
        "2025-05-01T00:00:00Z, 2025-05-01T00:00:00Z, 422, BACKFILL_PERIOD_INVALID",
        "2025-05-01T00:30:00Z, 2025-05-02T00:00:00Z, 422, BACKFILL_PERIOD_INVALID",
        "2025-05-01T00:00:00Z, 2125-05-02T00:00:00Z, 422, BACKFILL_PERIOD_INVALID"
    })
    void isForAPastPeriodOfFullHours(String from, String to, int status, String code) {
        Answer answer = decide("POST", "/v1/backfills/wrong", period(from, to));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
