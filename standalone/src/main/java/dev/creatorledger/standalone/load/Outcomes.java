package dev.creatorledger.standalone.load;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of the impressions that were sent, counted per outcome (A6). For many threads. */
public final class Outcomes {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** Outcomes that a client expects in its daily work; of the others one example is kept. */
    private static final Set<String> ORDINARY = Set.of("qualified", "not_qualified", "duplicate");

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private long sent;
    private long position;

    /**
     * Takes the answer to a batch of so many impressions.
     *
     * @throws LoadException if the answer cannot be read
     */
    public void add(int impressions, byte[] answer) {
        Batch batch = parse(answer);
        boolean unusual = !ORDINARY.containsAll(batch.counts().keySet());
        synchronized (this) {
            sent += impressions;
            position = Math.max(position, batch.position());
            batch.counts().forEach((outcome, count) -> counts.merge(outcome, count, Math::addExact));
            if (unusual && !examples.keySet().containsAll(batch.counts().keySet())) {
                keepExamples(answer);
            }
        }
    }

    /** How many impressions were sent. */
    public synchronized long sent() {
        return sent;
    }

    /** The sum of the outcomes: as many as were sent, or something was lost. */
    public synchronized long answered() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The count per outcome. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** One impression per unusual outcome, with the code that says why. */
    public synchronized Map<String, String> examples() {
        return new TreeMap<>(examples);
    }

    /** What followed from the impressions is stored up to a position. */
    synchronized void storedUpTo(long reached) {
        position = Math.max(position, reached);
    }

    /** The newest position that an answer named. */
    public synchronized long position() {
        return position;
    }

    private void keepExamples(byte[] answer) {
        for (JsonNode item : JSON.readTree(answer).path("outcomes")) {
            String outcome = item.path("outcome").asString("");
            if (!ORDINARY.contains(outcome)) {
                String code = item.path("code").asString("");
                examples.putIfAbsent(
                        outcome, item.path("impressionId").asString("?") + (code.isEmpty() ? "" : " " + code));
            }
        }
    }

    private record Batch(long position, Map<String, Long> counts) {}

    /** Reads the counts and steps over the outcomes: a tree of every answer would cost more than its request. */
    private static Batch parse(byte[] answer) {
        long position = 0;
        Map<String, Long> counts = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(answer)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new LoadException("the answer to a batch is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("position") && value == JsonToken.VALUE_STRING) {
                    position = Long.parseLong(parser.getString());
                } else if (name.equals("counts") && value == JsonToken.START_OBJECT) {
                    readCounts(parser, counts);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException | NumberFormatException malformed) {
            throw new LoadException("the answer to a batch cannot be read: " + malformed.getMessage(), malformed);
        }
        return new Batch(position, counts);
    }

    private static void readCounts(JsonParser parser, Map<String, Long> counts) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String outcome = parser.currentName();
            parser.nextToken();
            long count = parser.getLongValue();
            if (count != 0) {
                counts.merge(outcome, count, Math::addExact);
            }
        }
    }
}
