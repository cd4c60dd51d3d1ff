package dev.creatorledger.platform.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies that both sides go by: imported by each of them, so that neither has figures of its own (V1). */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    /** All of them by time; the defaults, until policies are events. */
    @Bean
    Policies policies() {
        return new DefaultPolicies();
    }
}
