package dev.creatorledger.standalone.load;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the service answered. */
public final class Answer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String request;
    private final int status;
    private final byte[] body;

    /** The answer to a request, which is named by method and path in messages. */
    Answer(String request, int status, byte[] body) {
        this.request = request;
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body as it came, not copied. */
    byte[] body() {
        return body;
    }

    /** Whether the request was done (2xx). */
    public boolean done() {
        return status / 100 == 2;
    }

    /** The body as JSON; what cannot be read is an empty object. */
    public JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JsonNodeFactory.instance.objectNode() : read;
        } catch (JacksonException malformed) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The stable code of a problem, or nothing. */
    public String code() {
        return json().path("code").asString("");
    }

    /**
     * Itself, if the request was done.
     *
     * @throws LoadException with the service's words if not
     */
    public Answer orFail() {
        if (done()) {
            return this;
        }
        throw new LoadException(request + " was answered " + status + ": " + text(500));
    }

    private String text(int atMost) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= atMost ? text : text.substring(0, atMost) + "…";
    }
}
