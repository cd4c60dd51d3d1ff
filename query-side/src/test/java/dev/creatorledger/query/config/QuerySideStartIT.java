package dev.creatorledger.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.web.Readiness;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.view.View;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.Views;
import java.util.List;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;

/** Every part is the one meant: nothing in memory by default, nothing auto-configured. */
class QuerySideStartIT extends QueryHttp {

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void has_a_processor_for_each_group_on_our_own_token_store() {
        assertThat(context.getBean("viewTokenStore")).isInstanceOf(MongoTokenStore.class);
        List<TrackingEventProcessor> processors = context.getBean(Views.class).processors();
        assertThat(processors)
                .extracting(TrackingEventProcessor::getName)
                .containsExactlyElementsOf(context.getBeansOfType(ViewGroup.class).values().stream()
                        .map(ViewGroup::name)
                        .toList());
        assertThat(processors).allMatch(TrackingEventProcessor::isRunning).noneMatch(TrackingEventProcessor::isError);
    }

    @Test
    void has_every_view() {
        assertThat(context.getBeansOfType(ViewGroup.class).values())
                .flatExtracting(ViewGroup::views)
                .extracting(View::name)
                .containsExactlyInAnyOrder(
                        View.CHANNELS,
                        View.BALANCES,
                        View.EARNINGS,
                        View.PAYOUTS,
                        View.JOURNAL,
                        View.MEMBERS,
                        View.COMPLIANCE);
    }

    @Test
    void offers_its_token_store_to_nobody_else() {
        assertThat(context.getBeansOfType(TokenStore.class)).containsOnlyKeys("viewTokenStore");
        BeanDefinition definition = context.getBeanFactory().getMergedBeanDefinition("viewTokenStore");
        assertThat(((AbstractBeanDefinition) definition).isDefaultCandidate()).isFalse();
    }

    @Test
    void is_ready_when_the_views_are() {
        assertThat(context.getBean(Readiness.class).reached()).isTrue();
    }
}
