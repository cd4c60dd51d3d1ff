package dev.creatorledger.platform.store;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.store.CommitSteps.Step;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** How far readers have come, written last: after everything that they have done with what they read. */
public final class SteppedTokenStore extends MongoTokenStore {

    /** The tokens in a database, as {@link MongoTokenStore} has them. */
    public SteppedTokenStore(MongoDatabase database, String node, Duration claimTime, Clock clock) {
        super(database, node, claimTime, clock);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (CurrentUnitOfWork.isStarted()) {
            extendClaim(processor, segment);
            CommitSteps.of(CurrentUnitOfWork.get().root())
                    .add(Step.PROGRESS, () -> super.storeToken(token, processor, segment));
        } else {
            super.storeToken(token, processor, segment);
        }
    }
}
