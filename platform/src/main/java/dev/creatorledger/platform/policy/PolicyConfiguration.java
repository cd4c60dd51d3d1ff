package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.calendar.IranianCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies that both sides go by: imported by each of them, so that neither has figures of its own (V1). */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    /** The default figures of the ad-revenue programme, until policies are events. */
    @Bean
    AdPolicy adPolicy() {
        return AdPolicy.DEFAULT;
    }

    /** The default figures of payouts, until policies are events. */
    @Bean
    PayoutPolicy payoutPolicy() {
        return PayoutPolicy.DEFAULT;
    }

    /** The business days that settlement deadlines are counted in: Iran's, until calendars are events (P5). */
    @Bean
    BusinessCalendar businessCalendar() {
        return IranianCalendar.builtIn();
    }

    /** All of them by time; the defaults, until policies are events. */
    @Bean
    Policies policies() {
        return new DefaultPolicies();
    }
}
