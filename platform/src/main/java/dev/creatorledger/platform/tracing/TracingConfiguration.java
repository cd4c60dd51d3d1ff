package dev.creatorledger.platform.tracing;

import dev.creatorledger.platform.start.Settings;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Traces, if any are asked for: else nothing of OpenTelemetry is even made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingSettings.class)
@Import(TracingConfiguration.Sampled.class)
public class TracingConfiguration {

    @Bean
    Tracing tracing(ObjectProvider<Tracer> tracer) {
        Tracer made = tracer.getIfAvailable();
        return made == null ? Tracing.off() : Tracing.with(made);
    }

    /** No span and no figure of each filter on the way to the route: the request's own says enough. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What Spring Boot makes of traces, exemplars and the log, named one by one as everything of it is. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(AnyAreSampled.class)
    @ImportAutoConfiguration({
        MicrometerTracingAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        PrometheusExemplarsAutoConfiguration.class
    })
    static class Sampled {

        @Bean
        @Conditional(SomebodyCollects.class)
        SpanExporter spanExporter(TracingSettings settings) {
            return new TellingExporter(
                    OtlpHttpSpanExporter.builder()
                            .setEndpoint(settings.endpoint())
                            .build(),
                    settings.endpoint());
        }
    }

    /** Whether traces are recorded. */
    static final class AnyAreSampled implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Settings.of(context.getEnvironment(), TracingSettings.class).sampling() > 0;
        }
    }

    /** Whether they are sent. */
    static final class SomebodyCollects implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Settings.of(context.getEnvironment(), TracingSettings.class)
                    .endpoint()
                    .isBlank();
        }
    }
}
