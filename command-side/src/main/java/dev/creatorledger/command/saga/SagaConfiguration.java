package dev.creatorledger.command.saga;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.OneThreadProcessor;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of sagas; like all of Axon's, declared by hand (architecture, decision 1). */
@Configuration(proxyBeanMethods = false)
@Import({SagasInPostgres.class, SagasInMongo.class})
@EnableConfigurationProperties({SagaSettings.class, MetricsSettings.class})
class SagaConfiguration {

    /** What sagas' handlers can ask for as parameters, and where sagas are stored. */
    @Bean
    ConfigurerModule sagaParts(
            SagaStore<Object> sagaStore,
            EventScheduler scheduler,
            CommandBus bus,
            TransactionManager transactions,
            StoredEvents events,
            StreamHeads heads) {
        // A door of their own: the one that is a bean stands on the configuration that is made here.
        Commands commands = new Commands(bus, transactions, events, heads);
        return configurer -> configurer
                .registerComponent(SagaStore.class, c -> sagaStore)
                .registerComponent(EventScheduler.class, c -> new WakeUps(scheduler))
                .registerComponent(
                        SagaCommands.class,
                        c -> (command, target) -> commands.execute(command, target, Occasion.context()));
    }

    @Bean
    ProcessorRegistration sagaProcessor(List<SagaType> sagas, SagaSettings settings) {
        return processing -> {
            sagas.forEach(saga -> register(processing, saga.type()));
            OneThreadProcessor.register(processing, SagaType.GROUP, settings.batch(), SagaType.classes(sagas));
        };
    }

    private static <T> void register(EventProcessingConfigurer processing, Class<T> saga) {
        processing.registerSaga(saga);
    }
}
