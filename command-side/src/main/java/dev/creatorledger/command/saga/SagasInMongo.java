package dev.creatorledger.command.saga;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.start.OnAxonServer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Sagas in MongoDB, with their schedule in Axon Server (decision 29). */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.class)
class SagasInMongo {

    @Bean
    MongoSagaStore sagaStore(@Tables MongoDatabase tables, List<SagaType> sagas) {
        return new MongoSagaStore(tables, new SagaSerializer(SagaType.classes(sagas), ScheduleTokens.ofAxonServer()));
    }
}
