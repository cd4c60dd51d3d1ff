package dev.creatorledger.platform.policy;

import dev.creatorledger.platform.store.StoredEvents;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies that both sides go by: imported by each of them, so that neither has figures of its own (V1). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
public class PolicyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyConfiguration.class);

    /** All of them by time, as far as they are stored, before anything is decided. */
    @Bean
    StoredPolicies policies(StoredEvents storedEvents, EventStore eventStore) {
        StoredPolicies policies = new StoredPolicies(storedEvents);
        var subscription = eventStore.subscribe(policies::published);
        policies.catchUp();
        LOG.debug("Policies follow the event store: {}", subscription);
        return policies;
    }

    @Bean
    PolicyWatch policyWatch(StoredPolicies policies, PolicySettings settings) {
        return new PolicyWatch(policies, settings.every());
    }
}
