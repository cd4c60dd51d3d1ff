package dev.creatorledger.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.QueryHttp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each query, with the index that serves it. The driver is listened to: what a query asks MongoDB for must be by {@code
 * _id}, or begin with the fields of an index and be in its order.
 */
@Import(IndexOfEachQueryIT.Listening.class)
@TestPropertySource(properties = "ledger.views.database=indexes")
class IndexOfEachQueryIT extends QueryHttp {

    private static final String CHANNEL = "indexed";

    /** What the views keep apart from documents. */
    private static final Set<String> OF_NODES = Set.of("tokens", "nodes");

    @Autowired
    private Heard heard;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** The indexes that the service has made, and the queries that it asks. */
    static final class Heard implements CommandListener {

        private final Map<String, Set<BsonDocument>> indexes = new ConcurrentHashMap<>();
        private final List<BsonDocument> finds = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonDocument command = event.getCommand().clone();
            if (event.getCommandName().equals("createIndexes")) {
                Set<BsonDocument> known = indexes.computeIfAbsent(
                        command.getString("createIndexes").getValue(), name -> ConcurrentHashMap.newKeySet());
                command.getArray("indexes")
                        .forEach(index -> known.add(index.asDocument().getDocument("key")));
            } else if (event.getCommandName().equals("find")
                    && !OF_NODES.contains(command.getString("find").getValue())) {
                finds.add(command);
            }
        }
    }

    @BeforeEach
    void aChannel() {
        ChannelId id = new ChannelId(CHANNEL);
        long position = publish(new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Money.IRR, false));
        read("/v1/channels/" + CHANNEL + "?atLeast=" + position);
        heard.finds.clear();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /v1/channels/indexed                            | channels[_id]
            /v1/channels/indexed/balance                    | balances[_id]
            /v1/channels/indexed/earnings                   | earnings_spans[_id]
            /v1/channels/indexed/earnings?granularity=month | earnings_spans[_id]
            /v1/channels/indexed/estimate                   | earnings_spans[_id]
            /v1/channels/indexed/videos/top                 | earnings_spans[_id]
            /v1/channels/indexed/statement?month=2026-01    | channels[_id]
            /v1/channels/indexed/tiers                      | programmes[_id]
            /v1/channels/indexed/members                    | memberships[d.channelId d.joinedAt _id]
            /v1/channels/indexed/members?status=ACTIVE      | memberships[d.channelId d.status d.joinedAt _id]
            /v1/channels/indexed/refunds                    | refunds[d.channelId d.dueAt _id]
            /v1/channels/indexed/payouts                    | payouts[d.channelId d.requestedAt _id]
            /v1/payouts                                     | payouts[d.requestedAt _id]
            /v1/payouts?status=REQUESTED                    | payouts[d.status d.requestedAt _id]
            /v1/payouts/none                                | payouts[_id]
            /v1/payouts/none/explanation                    | payouts[_id]
            /v1/memberships/none                            | memberships[_id]
            /v1/charges/due                                 | charges[d.dueAt _id]
            /v1/refunds                                     | refunds[d.dueAt _id]
            /v1/refunds?status=DUE                          | refunds[d.status d.dueAt _id]
            /v1/compliance/refunds?cause=PAUSE_EXPIRED         | refunds[d.cause d.dueAt _id]
            /v1/compliance/refunds                          | refunds[d.dueAt _id]
            /v1/compliance/pauses                           | pauses[d.pausedSince _id]
            /v1/compliance/pauses?open=true                 | pauses[d.open d.pausedSince _id]
            /v1/compliance/settlements                      | payouts[d.requestedAt _id]
            /v1/compliance/negative-balances                | balances[d.negative _id]
            /v1/audit/trial-balance                         | accounts[_id]
            /v1/admin/dead-letters                          | dead_letters[_id]
            /v1/audit/accounts/assets:bank                  | account_totals[_id]
            """)
    void is_served_by_an_index(String path, String index) {
        Set<String> used = used(path);
        assertThat(used).contains(index).noneMatch(by -> by.endsWith("[none]"));
    }

    /** These read the events, not the views: PostgreSQL's indexes serve them. */
    @ParameterizedTest
    @CsvSource({
        "/v1/audit/events",
        "/v1/audit/refusals",
        "/v1/audit/journal",
        "/v1/audit/export?format=csv",
        "/v1/audit/checkpoints",
        "/v1/audit/impressions/proof?channel=indexed&hour=2026-01-01T00:00:00Z&impressionId=none",
        "/v1/admin/replays/none",
        "/v1/compliance/refused-perks",
        "/v1/compliance/decisions",
        "/v1/policies/ad",
        "/v1/calendars/IR"
    })
    void asks_mongodb_for_nothing_without_an_index(String path) {
        assertThat(used(path)).noneMatch(by -> by.endsWith("[none]"));
    }

    /** A new route has to be added to one of the lists above. */
    @Test
    void is_in_these_lists() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> route.startsWith("/v1/"))
                .forEach(routes::add);
        assertThat(routes).hasSize(37);
    }

    private Set<String> used(String path) {
        int status = get(path).statusCode();
        assertThat(status).as(path).isIn(200, 403, 404);
        Set<String> used = new LinkedHashSet<>();
        for (BsonDocument find : heard.finds) {
            String collection = find.getString("find").getValue();
            used.add(collection + "[" + servedBy(collection, find) + "]");
        }
        heard.finds.clear();
        return used;
    }

    private String servedBy(String collection, BsonDocument find) {
        BsonDocument filter = find.getDocument("filter", new BsonDocument());
        BsonDocument order = find.getDocument("sort", new BsonDocument());
        if (isById(filter, order)) {
            return "_id";
        }
        return heard.indexes.getOrDefault(collection, Set.of()).stream()
                .filter(index -> serves(index, equalities(filter), order))
                .map(index -> String.join(" ", index.keySet()))
                .findFirst()
                .orElse("none");
    }

    private static boolean isById(BsonDocument filter, BsonDocument order) {
        boolean found = filter.keySet().equals(Set.of("_id"));
        boolean walked = filter.isEmpty() && order.keySet().equals(Set.of("_id"));
        return (found || walked) && Set.of("_id").containsAll(order.keySet());
    }

    /** The fields of a filter that have one value; ranges, and conditions on the place in the order, do not. */
    private static Set<String> equalities(BsonDocument filter) {
        return filter.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("$") && isValue(field.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isValue(BsonValue value) {
        return !(value instanceof BsonDocument) && !(value instanceof BsonArray);
    }

    /** Whether an index begins with the fields that have one value, and goes on in the order that is asked for. */
    private static boolean serves(BsonDocument index, Set<String> equalities, BsonDocument order) {
        List<String> keys = new ArrayList<>(index.keySet());
        if (keys.size() < equalities.size()
                || !new TreeSet<>(keys.subList(0, equalities.size())).equals(new TreeSet<>(equalities))) {
            return false;
        }
        List<String> rest = keys.subList(equalities.size(), keys.size());
        List<String> asked = new ArrayList<>(order.keySet());
        if (asked.isEmpty()
                || rest.size() < asked.size()
                || !rest.subList(0, asked.size()).equals(asked)) {
            return false;
        }
        // Read forwards or backwards: every direction as in the index, or every one the other way.
        return asked.stream()
                        .map(key -> direction(index, key) * direction(order, key))
                        .distinct()
                        .count()
                == 1;
    }

    private static long direction(BsonDocument keys, String key) {
        return Objects.requireNonNull(keys.get(key)).asNumber().longValue();
    }
}
