package dev.creatorledger.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The samples of every process, whatever it has of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsSettings.class)
public class MetricsConfiguration {

    @Bean
    Sampling sampling(ObjectProvider<Sample<?>> samples, MetricsSettings settings, MeterRegistry registry) {
        Sampling sampling = new Sampling(samples, settings.every());
        Meters.gauge(registry, Metric.SAMPLE_AGE, sampling::ageSeconds);
        return sampling;
    }
}
