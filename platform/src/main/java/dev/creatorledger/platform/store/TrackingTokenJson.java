package dev.creatorledger.platform.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The positions of event processors as JSON, each kind by its simple name.
 *
 * <p>Written by hand, since a {@link ReplayToken} holds tokens of any kind and Axon's own Jackson 3 form of it cannot
 * be read back.
 */
final class TrackingTokenJson {

    private static final Map<String, Class<? extends TrackingToken>> KINDS = List.of(
                    GlobalSequenceTrackingToken.class,
                    GapAwareTrackingToken.class,
                    ReplayToken.class,
                    ConfigToken.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, kind -> kind));

    private static final String KIND = "kind";

    private final JsonMapper mapper;

    TrackingTokenJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The kind of token of a stored name, or {@code null}. */
    static @Nullable Class<? extends TrackingToken> named(String name) {
        return KINDS.get(name);
    }

    byte[] write(TrackingToken token) {
        return mapper.writeValueAsBytes(tree(token));
    }

    TrackingToken read(byte[] json) {
        try {
            return token(mapper.readTree(json));
        } catch (JacksonException e) {
            throw new SerializationException("cannot read a stored token", e);
        }
    }

    private ObjectNode tree(TrackingToken token) {
        ObjectNode node = mapper.createObjectNode().put(KIND, token.getClass().getSimpleName());
        if (token instanceof GlobalSequenceTrackingToken global) {
            node.put("globalIndex", global.getGlobalIndex());
        } else if (token instanceof GapAwareTrackingToken gapAware) {
            node.put("index", gapAware.getIndex()).set("gaps", mapper.valueToTree(gapAware.getGaps()));
        } else if (token instanceof ReplayToken replay) {
            node.set("tokenAtReset", tree(replay.getTokenAtReset()));
            node.set("currentToken", replay.getCurrentToken() == null ? null : tree(replay.getCurrentToken()));
            node.put("context", context(replay));
        } else if (token instanceof ConfigToken config) {
            node.set("config", mapper.valueToTree(config.getConfig()));
        } else {
            throw new SerializationException(token.getClass().getName() + " is no kind of token that is stored");
        }
        return node;
    }

    private static @Nullable String context(ReplayToken replay) {
        if (replay.context() == null || replay.context() instanceof String) {
            return (String) replay.context();
        }
        throw new SerializationException("what a replay is told is stored as text only");
    }

    private TrackingToken token(JsonNode node) {
        String kind = node.path(KIND).asString();
        return switch (kind) {
            case "GlobalSequenceTrackingToken" ->
                new GlobalSequenceTrackingToken(node.path("globalIndex").longValue());
            case "GapAwareTrackingToken" ->
                GapAwareTrackingToken.newInstance(
                        node.path("index").longValue(),
                        longs(node.path("gaps")).boxed().toList());
            case "ReplayToken" -> replay(node);
            case "ConfigToken" -> new ConfigToken(strings(node.path("config")));
            default -> throw new SerializationException("a stored token is of the unknown kind " + kind);
        };
    }

    private TrackingToken replay(JsonNode node) {
        JsonNode current = node.path("currentToken");
        JsonNode context = node.path("context");
        return ReplayToken.createReplayToken(
                token(node.path("tokenAtReset")),
                current.isObject() ? token(current) : null,
                context.isString() ? context.stringValue() : null);
    }

    private static LongStream longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::longValue);
    }

    private static Map<String, String> strings(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .stringValue()));
    }
}
