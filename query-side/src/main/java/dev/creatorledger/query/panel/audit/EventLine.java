package dev.creatorledger.query.panel.audit;

import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.query.audit.EventJson;
import dev.creatorledger.query.panel.page.Given;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a page shows it.
 *
 * @param event what the API tells of it
 * @param actor who caused it
 * @param command what was asked for; empty if nothing was
 */
record EventLine(EventJson event, String actor, String command) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EventLine of(EventJson event) {
        JsonNode metadata = JSON.readTree(event.metadata());
        return new EventLine(
                event,
                metadata.path(CallContext.ACTOR).asString(""),
                metadata.path(CallContext.COMMAND).asString(""));
    }

    /** The address of its own page. */
    public String address() {
        return EventPages.EVENTS + '/' + event.sequence();
    }

    /** The address of its aggregate's life. */
    public String life() {
        return Given.address(EventPages.LIFE, Map.of("aggregate", event.stream()));
    }

    /** What it says, in lines. */
    public String payload() {
        return lines(event.payload());
    }

    /** Who caused it and how, in lines. */
    public String metadata() {
        return lines(event.metadata());
    }

    private static String lines(String json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
    }
}
