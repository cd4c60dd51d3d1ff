package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.CallerJson;
import dev.creatorledger.query.panel.page.CommandAddress;
import dev.creatorledger.query.panel.page.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the command side for a payout in a creator's name: with their token, under the key of the form (P1). */
final class PayoutRequests {

    /** What is told where the command side does not answer as it should. */
    static final String NO_ANSWER = "UNAVAILABLE";

    private static final Logger LOG = LoggerFactory.getLogger(PayoutRequests.class);
    private static final JsonMapper JSON = CallerJson.mapper();
    private static final int FIRST_REFUSAL = 400;

    private final CommandAddress commands;
    private final Duration patience;
    private final HttpClient http;

    PayoutRequests(CommandAddress commands, Duration patience) {
        this.commands = commands;
        this.patience = patience;
        http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What became of a request.
     *
     * @param code why it was refused; empty if it was not
     * @param position the position that holds it, for a page that shows it; empty if it was refused
     */
    record Outcome(String code, String position) {

        static Outcome refused(String code) {
            return new Outcome(code, "");
        }
    }

    /** Asks for everything that is payable in a currency. */
    Outcome request(ChannelId channelId, String payoutId, String currency, String key, Visitor visitor) {
        URI address = commands.now().orElse(null);
        if (address == null) {
            return Outcome.refused(NO_ANSWER);
        }
        byte[] body = JSON.writeValueAsBytes(Map.of("payoutId", payoutId, "currency", currency));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/channels/" + channelId.value() + "/payouts"))
                .timeout(patience)
                .header("Authorization", "Bearer " + visitor.bearer())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return outcome(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(NO_ANSWER);
        } catch (IOException | JacksonException e) {
            LOG.warn("The command side does not answer at {}", address, e);
            return Outcome.refused(NO_ANSWER);
        }
    }

    private static Outcome outcome(HttpResponse<byte[]> answer) {
        JsonNode body = JSON.readTree(answer.body());
        return answer.statusCode() < FIRST_REFUSAL
                ? new Outcome("", body.path("position").asString(""))
                : Outcome.refused(body.path("code").asString(NO_ANSWER));
    }
}
