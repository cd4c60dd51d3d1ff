package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.metrics.Failures;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.LedgerEventStorageEngine;
import dev.creatorledger.platform.store.SpringTransactions;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@DisplayName("The command side's Axon parts")
@TestInstance(Lifecycle.PER_CLASS)
class CommandSideConfigurationIT {

    private CommandSideOnPostgres side;

    @BeforeAll
    void start() {
        side = CommandSideOnPostgres.at("2026-06-15T12:30:00Z");
    }

    @AfterAll
    void stop() {
        side.close();
    }

    @Test
    @DisplayName("are the ones that were named, not the framework's defaults that forget")
    void areTheOnesThatWereNamed() {
        Configuration parts = side.part(Configuration.class);
        assertThat(parts.commandBus())
                .isExactlyInstanceOf(SimpleCommandBus.class)
                .isSameAs(side.part(CommandBus.class));
        assertThat(parts.eventBus())
                .isExactlyInstanceOf(EmbeddedEventStore.class)
                .isSameAs(side.part(EventBus.class));
        assertThat(parts.eventStore()).isSameAs(parts.eventBus());
        assertThat(side.part(EventStorageEngine.class)).isExactlyInstanceOf(LedgerEventStorageEngine.class);
        assertThat(parts.getComponent(TransactionManager.class)).isExactlyInstanceOf(SpringTransactions.class);
        assertThat(parts.serializer()).isExactlyInstanceOf(EventSerializer.class);
        assertThat(parts.eventSerializer()).isExactlyInstanceOf(EventSerializer.class);
        assertThat(parts.messageSerializer()).isExactlyInstanceOf(EventSerializer.class);
        assertThat(parts.getComponent(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(parts.getComponent(ErrorHandler.class)).isExactlyInstanceOf(Failures.class);
        assertThat(parts.getComponent(ListenerInvocationErrorHandler.class))
                .isExactlyInstanceOf(PropagatingErrorHandler.class);
        assertThat(parts.correlationDataProviders()).singleElement().isExactlyInstanceOf(CallerMetadata.class);
    }

    @Test
    @DisplayName("keep every aggregate in a repository that caches and forgets")
    void keepEveryAggregateInACachingRepository() {
        Configuration parts = side.part(Configuration.class);
        assertThat(AggregateTypes.in("dev.creatorledger.command"))
                .extracting(Class::getSimpleName)
                .contains("Channel", "Video", "BackfillRegister", "ImpressionWindow");
        assertThat(AggregateTypes.in("dev.creatorledger.command"))
                .allSatisfy(type ->
                        assertThat((Object) parts.repository(type)).isExactlyInstanceOf(CachingRepository.class));
    }

    @Test
    @DisplayName("have every configured group, each with its own kind of processor and its token in PostgreSQL")
    void haveEveryConfiguredGroup() {
        var processing = side.part(Configuration.class).eventProcessingConfiguration();
        assertThat(processing.eventProcessors())
                .containsOnlyKeys("due-windows", "due-deadlines", "due-memberships", "sagas");
        processing.eventProcessors().forEach((group, processor) -> {
            assertThat(processor).isExactlyInstanceOf(TrackingEventProcessor.class);
            assertThat(processing.tokenStore(group)).isExactlyInstanceOf(JdbcTokenStore.class);
        });
    }

    @Test
    @DisplayName("store sagas in PostgreSQL and wake them up by db-scheduler and the service's clock")
    void storeSagasAndWakeThemUp() {
        Configuration parts = side.part(Configuration.class);
        assertThat(parts.getComponent(SagaStore.class))
                .isExactlyInstanceOf(JdbcSagaStore.class)
                .isSameAs(parts.eventProcessingConfiguration().sagaStore());
        assertThat(parts.getComponent(EventScheduler.class).getClass().getSimpleName())
                .isEqualTo("WakeUps");
        assertThat(side.part(EventScheduler.class)).isExactlyInstanceOf(DbSchedulerEventScheduler.class);
        assertThat(side.part(Scheduler.class).getSchedulerState().isStarted()).isTrue();
        assertThat(parts.eventProcessingConfiguration().sagaConfigurations())
                .extracting(saga -> saga.type().getSimpleName())
                .containsExactlyInAnyOrder("SettlementSaga", "ProgrammeTerminationSaga");
    }

    @Nested
    @DisplayName("U1 A command")
    class ACommand {

        @Test
        void thatFailsAtTheCommitOfItsRootLeavesNoTraceInTheCache() {
            ChannelId channel = new ChannelId("fails");
            side.registered("fails");
            side.execute(new ReportFollowers(channel, 10), channel);
            side.commits().fail(1, 0);
            assertThatThrownBy(() -> side.execute(new ReportFollowers(channel, 20), channel))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(side.part(AggregateCache.class).has(channel.toString())).isFalse();
            Stored stored =
                    side.commands().execute(new ReportFollowers(channel, 20), channel, CommandSideOnPostgres.CALLER);
            assertThat(stored.version()).isEqualTo(2);
            assertThat(side.stored(FollowersReported.class).stream()
                            .filter(event -> event.channelId().equals(channel)))
                    .hasSize(2);
        }

        @Test
        void thatChangesNothingTellsTheVersionAndTheNewestPosition() {
            ChannelId channel = new ChannelId("quiet");
            side.registered("quiet");
            Stored first =
                    side.commands().execute(new ReportFollowers(channel, 10), channel, CommandSideOnPostgres.CALLER);
            Stored again =
                    side.commands().execute(new ReportFollowers(channel, 10), channel, CommandSideOnPostgres.CALLER);
            assertThat(again).isEqualTo(new Stored("quiet", 1, first.position(), false));
        }

        @Test
        void toNobodyIsNotFound() {
            ChannelId channel = new ChannelId("nobody");
            assertThatThrownBy(() -> side.execute(new ReportFollowers(channel, 10), channel))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }
}
