package dev.creatorledger.query.config;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.charge.ChargeQueries;
import dev.creatorledger.query.charge.Charges;
import dev.creatorledger.query.compliance.PauseQueries;
import dev.creatorledger.query.compliance.Pauses;
import dev.creatorledger.query.compliance.RefusedPerkQueries;
import dev.creatorledger.query.membership.MembershipQueries;
import dev.creatorledger.query.membership.Memberships;
import dev.creatorledger.query.membership.TierQueries;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.refund.RefundQueries;
import dev.creatorledger.query.refund.Refunds;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.Reading;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queries about channel memberships. */
@Configuration(proxyBeanMethods = false)
class MembershipQueryConfiguration {

    @Bean
    TierQueries tierQueries(Reading reading, Channels channels, Programmes programmes) {
        return new TierQueries(reading, channels, programmes);
    }

    @Bean
    MembershipQueries membershipQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            Programmes programmes,
            MongoDatabase viewDatabase,
            Past past,
            PersonalCodec codec,
            Clock clock) {
        Memberships memberships = new Memberships(viewDatabase, past);
        return new MembershipQueries(reading, asOf, channels, programmes, memberships, codec, clock);
    }

    @Bean
    ChargeQueries chargeQueries(Reading reading, MongoDatabase viewDatabase, Clock clock) {
        return new ChargeQueries(reading, new Charges(viewDatabase), clock);
    }

    @Bean
    RefundQueries refundQueries(Reading reading, Channels channels, MongoDatabase viewDatabase) {
        return new RefundQueries(reading, channels, new Refunds(viewDatabase));
    }

    @Bean
    PauseQueries pauseQueries(
            Reading reading, MongoDatabase viewDatabase, Programmes programmes, Policies policies, Clock clock) {
        return new PauseQueries(reading, new Pauses(viewDatabase), programmes, policies, clock);
    }

    @Bean
    RefusedPerkQueries refusedPerkQueries(Reading reading, StoredEvents storedEvents) {
        return new RefusedPerkQueries(reading, storedEvents);
    }
}
