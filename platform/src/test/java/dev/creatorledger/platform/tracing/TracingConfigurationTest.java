package dev.creatorledger.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Traces cost nothing where none are asked for, and no more than a line of the log where nobody collects them. */
class TracingConfigurationTest {

    private static final String NOBODY = "http://127.0.0.1:1/v1/traces";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
            .withPropertyValues("management.tracing.sampling.probability=${ledger.tracing.sampling:0}")
            .withUserConfiguration(TracingConfiguration.class);

    @Test
    void isNothingAtAllUnlessItIsAskedFor() {
        runner.withPropertyValues("ledger.tracing.endpoint=" + NOBODY).run(context -> {
            assertThat(context).doesNotHaveBean(OpenTelemetry.class);
            assertThat(context).doesNotHaveBean(Tracer.class);
            assertThat(context).doesNotHaveBean(SpanExporter.class);
            Tracing tracing = context.getBean(Tracing.class);
            EventMessage<String> event = GenericEventMessage.asEventMessage("any");
            assertThat(tracing.appends().propagateContext(event)).isSameAs(event);
            assertThat(tracing.followers("views").createBatchSpan(true, List.of(event)))
                    .isSameAs(NoOpSpanFactory.NoOpSpan.INSTANCE);
            assertThat(tracing.current()).isSameAs(Trace.NONE);
            assertThat(Trace.NONE.begin("a part")).isSameAs(Trace.NONE);
        });
    }

    @Test
    void recordsWithoutACollector() {
        runner.withPropertyValues("ledger.tracing.sampling=1").run(context -> {
            assertThat(context).hasSingleBean(Tracer.class);
            assertThat(context).doesNotHaveBean(SpanExporter.class);
        });
    }

    @Test
    void refusesAPartThatIsNone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new TracingSettings(1.01, ""))
                .withMessageStartingWith("LEDGER_TRACING_SAMPLING");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new TracingSettings(Double.NaN, ""));
    }

    @Test
    void saysOnceThatNobodyCollects() {
        Logger log = (Logger) LoggerFactory.getLogger(TellingExporter.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            runner.withPropertyValues("ledger.tracing.sampling=1", "ledger.tracing.endpoint=" + NOBODY)
                    .run(context -> {
                        for (int i = 0; i < 3; i++) {
                            context.getBean(Tracer.class)
                                    .spanBuilder("a span")
                                    .startSpan()
                                    .end();
                            context.getBean(SdkTracerProvider.class)
                                    .forceFlush()
                                    .join(60, TimeUnit.SECONDS);
                        }
                    });
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(lines.list.get(0).getFormattedMessage()).contains(NOBODY, "does not take spans");
    }
}
