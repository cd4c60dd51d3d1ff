package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private final Fields fields = new Fields();

    @Test
    void passWhatIsWellFormed() {
        assertThat(fields.text("title", "کانال", 200)).isEqualTo("کانال");
        assertThat(fields.text("title", "\ud83d\ude00", 1)).isEqualTo("\ud83d\ude00");
        assertThat(fields.number("followers", 200L, 0, 1_000_000)).isEqualTo(200);
        assertThat(fields.number("shareBps", 5_000, 0, 10_000)).isEqualTo(5_000);
        assertThat(fields.oneOf("unit", "DAYS", TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
        assertThat(fields.currency("currency", "IRR")).isEqualTo(Money.IRR);
        assertThat(fields.country("country", "IR")).isEqualTo("IR");
        assertThat(fields.money("price", new MoneyJson("1234.5", "IRR"))).isEqualTo(Money.rialMicros(1_234_500_000));
        assertThat(fields.instant("from", "2026-01-31T08:30:00+03:30"))
                .isEqualTo(Instant.parse("2026-01-31T05:00:00Z"));
        assertThat(fields.date("date", "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(fields.id("channelId", "ch-1", ChannelId::new, new ChannelId("x")))
                .isEqualTo(new ChannelId("ch-1"));
        assertThat(fields.optionalText("note", null, 10)).isNull();
        assertThat(fields.optionalInstant("to", null)).isNull();
        assertThat(fields.optionalBeginning("from", "2026-01-31")).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(fields.optionalEnd("to", "2026-01-31")).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(fields.optionalEnd("to", "2026-01-31T05:00:00Z")).isEqualTo(Instant.parse("2026-01-31T05:00:00Z"));
        assertThat(fields.optionalEnd("to", null)).isNull();
        assertThat(fields.flag(null)).isFalse();
        fields.check();
    }

    @Test
    void nameEverythingThatFails() {
        fields.text("title", null, 200);
        fields.text("owner.name", "a\u0000b", 200);
        fields.number("followers", -1L, 0, 10);
        fields.oneOf("unit", "PARSEC", TimeUnit.class);
        fields.currency("currency", "XYZ");
        fields.country("country", "ir");
        fields.id("channelId", "no spaces", ChannelId::new, new ChannelId("x"));
        fields.date("date", "2026-02-29");
        assertThatExceptionOfType(Refusal.class).isThrownBy(fields::check).satisfies(refusal -> assertThat(
                        refusal.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "title", "owner.name", "followers", "unit", "currency", "country", "channelId", "date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude00b", "\ude00\ud83d", "a\u0000b", "a\u0085b"})
    void refuseTextThatIsNoTextEverywhere(String text) {
        fields.text("title", text, 200);
        assertThatExceptionOfType(Refusal.class).isThrownBy(fields::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR"})
    void refuseACurrencyThatNobodyIsPaidIn(String code) {
        fields.currency("currency", code);
        fields.money("price", new MoneyJson("1", code));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(fields::check)
                .satisfies(refusal -> assertThat(refusal.violations()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refuseAnIdThatNoPathCanName(String id) {
        fields.id("channelId", id, ChannelId::new, new ChannelId("x"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(fields::check);
        assertThat(new Fields().id("channelId", "...", ChannelId::new, new ChannelId("x")))
                .isEqualTo(new ChannelId("..."));
    }

    @ParameterizedTest
    @CsvSource({"1.2345678, IRR", "1e3, IRR", "'', IRR", "10, irr", "10, ", ", IRR", "99999999999999999999, IRR"})
    void refuseWhatIsNoExactAmount(String amount, String currency) {
        fields.money("price", new MoneyJson(amount, currency));
        assertThatExceptionOfType(Refusal.class).isThrownBy(fields::check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-01-31T05:00:00",
                "2026-01-31T05:00Z",
                "2026-01-31 05:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T23:59:60Z",
                "+12026-01-31T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1769835600"
            })
    void refuseWhatIsNoInstant(String text) {
        fields.instant("from", text);
        assertThatExceptionOfType(Refusal.class).isThrownBy(fields::check);
    }
}
