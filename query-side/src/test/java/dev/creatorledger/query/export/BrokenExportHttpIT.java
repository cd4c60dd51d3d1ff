package dev.creatorledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.QueryHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A store whose times go back too far: an export ends amid it, and must not look whole. */
@DisplayName("U4 GET /v1/audit/export that fails")
@TestPropertySource(
        properties = {"ledger.exports.page=1", "ledger.exports.buffer=2KB", "ledger.views.database=broken-exports"})
class BrokenExportHttpIT extends QueryHttp {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final Instant THEN = Instant.parse("2026-01-10T06:00:00Z");

    private long earn(Instant at, int hour) {
        Money net = Money.ofMajor("10", Money.IRR);
        WindowId window = WindowId.of(CHANNEL, THEN.plus(Duration.ofHours(hour)));
        return publishAt(at, new EarningsFinalized(CHANNEL, window, 1, net, net, Money.zero(Money.IRR), 10_000, 1));
    }

    @Test
    void isAnsweredAsAProblemBeforeItBeginsAndBrokenOffAfterwards() {
        for (int hour = 0; hour < 20; hour++) {
            earn(THEN.plus(Duration.ofMinutes(hour)), hour);
        }
        earn(THEN.plus(Duration.ofDays(9)), 21);
        long last = earn(THEN.plus(Duration.ofDays(3)), 22);
        String export = "/v1/audit/export?format=hledger&atLeast=" + last;
        assertThatExceptionOfType(UncheckedIOException.class)
                .as("a transfer that ends early is no whole file")
                .isThrownBy(() -> get(export))
                .withCauseInstanceOf(IOException.class);
        HttpResponse<String> early = get(export + "&from=" + THEN.plus(Duration.ofDays(2)));
        assertThat(early.statusCode()).isEqualTo(500);
        assertThat(early.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(early.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(early.body()).contains("\"code\":\"INTERNAL\"").doesNotContain("goes back");
        assertThat(get(export + "&to=" + THEN.plus(Duration.ofDays(1))).statusCode())
                .as("its place was given back, and what is whole is given")
                .isEqualTo(200);
    }
}
