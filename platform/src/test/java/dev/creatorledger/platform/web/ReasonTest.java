package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void isReadAsPercentEncodedUtf8() {
        assertThat(Reason.decode("%D8%AF%D9%84%DB%8C%D9%84")).isEqualTo("دلیل");
        assertThat(Reason.decode("100%25 sure, 1+1")).isEqualTo("100% sure, 1+1");
        assertThat(Reason.decode("two%0Alines")).isEqualTo("two\nlines");
        assertThat(Reason.decode("%F0%9F%8E%AC")).isEqualTo("🎬");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "%20%20"})
    void isAbsentWhenNothingIsSaid(String header) {
        assertThat(Reason.decode(header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%4", "%ZZ", "%+1", "%C3%28", "%FF", "%ED%A0%80", "%C0%AF", "caf\u00e9", "%00", "bell%07"})
    void isRefusedWhenMalformed(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Reason.decode(header))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }

    @Test
    void hasAtMostAThousandCharacters() {
        assertThat(Reason.decode("%D8%AF".repeat(1_000))).hasSize(1_000);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Reason.decode("a".repeat(1_001)));
    }

    @Test
    void isDemandedByDecisions() {
        CallContext silent = new CallContext("operator", null, "c-1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(silent::requireReason)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REASON_REQUIRED));
        CallContext spoken = new CallContext("operator", "abuse", "c-1");
        assertThat(spoken.requireReason()).isSameAs(spoken);
    }
}
