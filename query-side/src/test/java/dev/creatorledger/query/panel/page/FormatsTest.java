package dev.creatorledger.query.panel.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final AllFormats ALL = new AllFormats(Texts.source());
    private static final Formats FA = ALL.in(Language.FA);
    private static final Formats MS = ALL.in(Language.MS);
    private static final Formats EN = ALL.in(Language.EN);

    @Nested
    class Amounts {

        @ParameterizedTest
        @CsvSource({
            "632000, ۶۳٬۲۰۰ تومان",
            "632005, ۶۳٬۲۰۰٫۵ تومان",
            "632005.999999, ۶۳٬۲۰۰٫۵ تومان",
            "0, ۰ تومان",
            "-10, \u2066−۱\u2069 تومان"
        })
        void ofRialAreTomanInPersian(String rial, String toman) { // M2
            assertThat(FA.money(new MoneyJson(rial, "IRR"))).isEqualTo(toman);
        }

        @Test
        void areToldToTheMicroWhereTheyHaveToAddUp() { // M1
            MoneyJson money = new MoneyJson("1234.567891", "IRR");
            assertThat(EN.exact(money)).isEqualTo("IRR\u00a01,234.567891");
            assertThat(FA.exact(money)).isEqualTo("۱۲۳٫۴۵۶۷۸۹۱ تومان");
            assertThat(EN.exact(new MoneyJson("5", "USD"))).isEqualTo("USD\u00a05.00");
        }

        @Test
        void ofOtherCurrenciesAreToldUnderTheirCode() {
            assertThat(EN.money(new MoneyJson("632000", "IRR"))).isEqualTo("IRR\u00a0632,000");
            assertThat(MS.money(new MoneyJson("12.5", "MYR"))).isEqualTo("MYR\u00a012.50");
            assertThat(FA.money(new MoneyJson("12.5", "USD"))).contains("USD").contains("۱۲٫۵۰");
        }

        @Test
        void belowZeroHaveAMinusThatIsNoHyphen() {
            assertThat(EN.money(new MoneyJson("-3.5", "USD")))
                    .contains("\u2212")
                    .doesNotContain("-");
            assertThat(MS.money(new MoneyJson("-3.5", "USD")))
                    .contains("\u2212")
                    .doesNotContain("-");
            assertThat(FA.money(new MoneyJson("-3.5", "USD")))
                    .contains("\u2212")
                    .doesNotContain("-");
            assertThat(EN.isNegative(new MoneyJson("-0.000001", "USD"))).isTrue();
            assertThat(EN.isNegative(new MoneyJson("0", "USD"))).isFalse();
        }

        @Test
        void neverShowMoreThanThereIs() {
            assertThat(EN.money(new MoneyJson("9.999999", "USD"))).isEqualTo("USD\u00a09.99");
            assertThat(EN.money(new MoneyJson("-9.991", "USD"))).contains("10.00");
        }
    }

    @Nested
    class Days {

        private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

        @Test
        void areOfTheSolarYearInPersian() {
            assertThat(FA.day(DAY)).isEqualTo("۵ آذر ۱۴۰۵");
            assertThat(EN.day(DAY)).isEqualTo("26 Nov 2026");
            assertThat(MS.day(DAY)).isEqualTo("26 Nov 2026");
        }

        @Test
        void boundAGregorianMonthInPersian() {
            assertThat(FA.month(YearMonth.of(2026, 11))).isEqualTo("۱۰ آبان ۱۴۰۵ تا ۹ آذر ۱۴۰۵");
            assertThat(EN.month(YearMonth.of(2026, 11))).isEqualTo("November 2026");
            assertThat(EN.period("2026-11")).isEqualTo("November 2026");
            assertThat(EN.period("2026-11-26")).isEqualTo("26 Nov 2026");
        }
    }

    @Test
    void timesSayWhoseTheyAre() {
        Instant instant = Instant.parse("2026-11-26T20:30:00Z");
        assertThat(EN.time(instant)).contains("27 Nov 2026").contains("00:00").endsWith("(Tehran)");
        assertThat(EN.utc(instant)).contains("26 Nov 2026").contains("20:30").endsWith("(UTC)");
        assertThat(FA.time(instant)).contains("۶ آذر ۱۴۰۵").endsWith("(تهران)");
    }

    @Test
    void partsAreInPercent() {
        assertThat(EN.percent(1, 3)).isEqualTo("33.3%");
        assertThat(EN.basisPoints(5_525)).isEqualTo("55.25%");
        assertThat(EN.share(new BigDecimal("0.8333"))).isEqualTo("83.33%");
        assertThat(FA.percent(1, 2)).contains("۵۰").contains("٪");
        assertThat(EN.percent(0, 0)).isEqualTo("none");
    }

    @Test
    void figuresOfChartsAreForMachines() {
        assertThat(FA.plot(new MoneyJson("12345.5", "IRR"))).isEqualTo("1234.55");
        assertThat(EN.plot(new MoneyJson("12345.5", "IRR"))).isEqualTo("12345.5");
        assertThat(FA.currency("IRR")).isEqualTo("تومان");
        assertThat(EN.currency("IRR")).isEqualTo("IRR");
    }
}
