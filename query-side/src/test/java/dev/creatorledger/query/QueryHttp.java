package dev.creatorledger.query;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the query side over HTTP, as a caller would. */
@SpringBootTest(
        classes = QueryService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"ledger.views.patience=500ms", "ledger.views.database=http"})
public abstract class QueryHttp {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Path DATA = newFolder();
    private static final AtomicInteger SERVICES = new AtomicInteger();

    @Autowired
    private Environment environment;

    @Autowired
    private EmbeddedIssuer issuer;

    @Autowired
    private TestLedger ledger;

    @Autowired
    private PersonalCodec codec;

    @Autowired
    private PersonKeys keys;

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("query-http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where checkpoints and the key that signs them are; one key for all stores of a test run. */
    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        // A service with events of its own refuses to start beside the checkpoints of others.
        String checkpoints = DATA + "/checkpoints-" + SERVICES.incrementAndGet();
        registry.add("ledger.chain.checkpoints", () -> checkpoints);
        registry.add("ledger.chain.keys", () -> DATA + "/keys");
    }

    /** Where the public key is that checkpoints are signed with. */
    protected static Path publicKey() {
        return DATA.resolve("keys").resolve("checkpoint-public.pem");
    }

    /** Sends a command without a body, as a role that acts for nobody in particular. */
    protected HttpResponse<String> post(String role, String path) {
        return send(request(issuer.token(Grant.of(role)), path).POST(BodyPublishers.noBody()));
    }

    /** The owner of a channel, under this name. */
    protected Owner owner(ChannelId channelId, String name) {
        return new Owner(codec.seal(PersonId.owner(channelId), PersonalField.NAME, name));
    }

    /** Destroys the key of a channel's owner. */
    protected void destroyKeyOfOwner(ChannelId channelId) {
        keys.destroy(Set.of(PersonId.owner(channelId)));
    }

    /** The name of a member. */
    protected Personal nameOf(MemberId memberId, String name) {
        return codec.seal(PersonId.member(memberId), PersonalField.NAME, name);
    }

    /** Destroys the key of a member. */
    protected void destroyKeyOf(MemberId memberId) {
        keys.destroy(Set.of(PersonId.member(memberId)));
    }

    /** Publishes events in one commit; the position of the last one. */
    protected long publish(LedgerEvent... events) {
        return ledger.publish(List.of(events));
    }

    /** Publishes events in one commit; the position of the last one. */
    protected long publish(List<LedgerEvent> events) {
        return ledger.publish(events);
    }

    /** Publishes events in one commit as if they had been recorded at an instant; the position of the last one. */
    protected long publishAt(Instant at, LedgerEvent... events) {
        return ledger.publishAt(at, List.of(events));
    }

    /** Publishes events in one commit, of a command with this metadata; the position of the last one. */
    protected long publishOf(Map<String, String> metaData, LedgerEvent... events) {
        return ledger.publishAt(QueryService.NOW, MetaData.from(metaData), List.of(events));
    }

    /** The answer to an auditor. */
    protected HttpResponse<String> get(String path) {
        return getAs(issuer.token(Grant.of("auditor")), path);
    }

    /** The answer to the creator of a channel. */
    protected HttpResponse<String> getAsCreatorOf(String channel, String path) {
        return getAs(issuer.token(Grant.of("creator", channel)), path);
    }

    /** What a role that acts for nobody in particular is answered. */
    protected int statusFor(String role, String path) {
        return getAs(issuer.token(Grant.of(role)), path).statusCode();
    }

    /** The answer to a member. */
    protected HttpResponse<String> getAsMember(String member, String path) {
        return getAs(issuer.token(Grant.of("member", member)), path);
    }

    /** The body of an answer that must be 200. */
    protected JsonNode read(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /** What a role is answered that sends a document; headers are names and values in turn. */
    protected HttpResponse<String> postAs(String role, String path, String body, String... headers) {
        HttpRequest.Builder request = request(issuer.token(Grant.of(role)), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** The answer to an auditor who accepts some types alone. */
    protected HttpResponse<String> getAccepting(String types, String path) {
        return send(request(issuer.token(Grant.of("auditor")), path).header("Accept", types));
    }

    /** What an auditor is told about an answer without being given it. */
    protected HttpResponse<String> head(String path) {
        return send(request(issuer.token(Grant.of("auditor")), path).method("HEAD", BodyPublishers.noBody()));
    }

    private HttpResponse<String> getAs(String token, String path) {
        return send(request(token, path));
    }

    private HttpRequest.Builder request(String token, String path) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
