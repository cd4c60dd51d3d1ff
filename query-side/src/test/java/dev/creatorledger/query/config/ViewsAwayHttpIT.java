package dev.creatorledger.query.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.creatorledger.query.QueryHttp;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** MongoDB goes away while the service runs: callers are told to come again. */
@DirtiesContext
@Import(ViewsAwayHttpIT.ServerOfItsOwn.class)
@TestPropertySource(properties = "ledger.views.connect-within=300ms")
class ViewsAwayHttpIT extends QueryHttp {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MongoServer server;

    @TestConfiguration(proxyBeanMethods = false)
    static class ServerOfItsOwn {

        @Bean(destroyMethod = "shutdownNow")
        MongoServer mongoServer() {
            return new MongoServer(new MemoryBackend());
        }

        @Bean
        @Primary
        ConnectionString ownConnection(MongoServer server) {
            return new ConnectionString(server.bindAndGetConnectionString());
        }
    }

    @Test
    void isUnavailableAndSaysWhenToComeAgain() {
        assertThat(get("/v1/channels/unknown").statusCode()).isEqualTo(404);
        server.shutdownNow();
        HttpResponse<String> answer = get("/v1/channels/unknown");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                .isEqualTo("UNAVAILABLE");
        assertThat(get("/v1/audit/events").statusCode()).isEqualTo(200);
    }
}
