package dev.creatorledger.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeldomTest {

    private final LoggerContext loggers = new LoggerContext();
    private final Logger named = loggers.getLogger("polls");
    private long now = -5;
    private final Seldom seldom = new Seldom(() -> now);

    @BeforeEach
    void name() {
        seldom.setLogger("polls");
        seldom.setSeconds(60);
    }

    private FilterReply said(Logger logger, Level level, String format) {
        return seldom.decide(null, logger, level, format, null, null);
    }

    @Test
    void letsTheSameBeSaidOnceInAWhile() {
        assertThat(said(named, Level.ERROR, "away")).isEqualTo(FilterReply.NEUTRAL);
        now += TimeUnit.SECONDS.toNanos(59);
        assertThat(said(named, Level.ERROR, "away")).isEqualTo(FilterReply.DENY);
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(said(named, Level.ERROR, "away")).isEqualTo(FilterReply.NEUTRAL);
        now++;
        assertThat(said(named, Level.ERROR, "away")).isEqualTo(FilterReply.DENY);
    }

    @Test
    void hidesNothingElse() {
        assertThat(said(named, Level.ERROR, "away")).isEqualTo(FilterReply.NEUTRAL);
        now++;
        assertThat(said(named, Level.ERROR, "broken")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(said(loggers.getLogger("other"), Level.ERROR, "away")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(seldom.decide(null, named, Level.ERROR, null, null, null)).isEqualTo(FilterReply.NEUTRAL);
    }
}
