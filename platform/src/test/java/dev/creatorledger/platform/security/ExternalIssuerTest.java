package dev.creatorledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.refusal.RefusalRecord;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** A service that takes the tokens of an outside issuer, against one that publishes its keys as such do. */
class ExternalIssuerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicBoolean AWAY = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    private static RSAKey rsa;

    @SuppressWarnings("NullAway.Init")
    private static ECKey ec;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer issuer;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @Configuration(proxyBeanMethods = false)
    @Import({PlatformConfiguration.class, ExternalIssuerConfiguration.class})
    static class Service {

        @Bean
        RefusalRecord refusals() {
            return refused -> {};
        }
    }

    @BeforeAll
    static void start() throws Exception {
        rsa = new RSAKeyGenerator(2_048).keyID("rsa-1").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answering(
                "/.well-known/openid-configuration",
                Map.of("issuer", issuerUri(), "jwks_uri", issuerUri() + "/keys", "subject_types_supported", List.of()));
        answering("/keys", new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toJSONObject());
        issuer.start();
        service = run("--ledger.security.issuer-uri=" + issuerUri(), "--ledger.security.audience=ledger");
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.stop(0);
    }

    @AfterEach
    void comeBack() {
        AWAY.set(false);
    }

    private static void answering(String path, Map<String, Object> answer) {
        byte[] body = JsonMapper.shared().writeValueAsBytes(answer);
        issuer.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (AWAY.get()) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    private static String issuerUri() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private static ConfigurableApplicationContext run(String... settings) {
        String[] all =
                Stream.concat(Stream.of("--server.port=0"), Stream.of(settings)).toArray(String[]::new);
        return new SpringApplicationBuilder(Service.class).run(all);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuerUri())
                .audience(List.of("another", "ledger"))
                .subject("sara@example.org")
                .claim("roles", List.of("admin"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String byRsa(JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build(), new RSASSASigner(rsa), claims);
    }

    private static HttpResponse<String> ask(ConfigurableApplicationContext of, String token) throws Exception {
        int port = of.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/metrics"))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static Stream<String> good() throws JOSEException {
        JWSHeader access = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        JWSHeader elliptic =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1").build();
        return Stream.of(
                byRsa(claims().build()),
                signed(access, new RSASSASigner(rsa), claims().build()),
                signed(elliptic, new ECDSASigner(ec), claims().build()));
    }

    static Stream<String> bad() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2_048).keyID("rsa-1").generate();
        JWSHeader known =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build();
        JWSHeader unknown =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-2").build();
        JWSHeader weaker =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build();
        JWSHeader other =
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa-1").build();
        JWSHeader logout = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        String open = byRsa(claims().build());
        return Stream.of(
                byRsa(claims().audience("another").build()),
                byRsa(claims().audience((String) null).build()),
                byRsa(claims().issuer("https://another.example").build()),
                byRsa(claims().issuer(null).build()),
                byRsa(claims().subject(null).build()),
                byRsa(claims().expirationTime(null).build()),
                byRsa(claims().expirationTime(Date.from(Instant.now().minusSeconds(60)))
                        .build()),
                byRsa(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(120)))
                        .build()),
                signed(known, new RSASSASigner(stranger), claims().build()),
                signed(unknown, new RSASSASigner(stranger), claims().build()),
                signed(weaker, new MACSigner(rsa.toRSAPublicKey().getEncoded()), claims().build()),
                signed(other, new RSASSASigner(rsa), claims().build()),
                signed(logout, new RSASSASigner(rsa), claims().build()),
                new PlainJWT(claims().build()).serialize(),
                open.substring(0, open.lastIndexOf('.') + 1),
                open.substring(0, open.length() - 8) + "AAAAAAAA");
    }

    @ParameterizedTest
    @MethodSource("good")
    void isTrusted(String token) throws Exception {
        assertThat(ask(service, token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isNotTakenForAnother(String token) throws Exception {
        HttpResponse<String> answer = ask(service, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
    }

    @Test
    void givesNoRoleThatItsTokenDoesNotName() throws Exception {
        String token = byRsa(claims().claim("roles", List.of("ingest", "root")).build());
        assertThat(ask(service, token).statusCode()).isEqualTo(403);
    }

    @Test
    void mayBeAwayWhenTheServiceStarts() throws Exception {
        AWAY.set(true);
        String token = byRsa(claims().build());
        try (var early = run("--ledger.security.issuer-uri=" + issuerUri(), "--ledger.security.audience=ledger")) {
            HttpResponse<String> answer = ask(early, token);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            AWAY.set(false);
            assertThat(ask(early, token).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--ledger.security.audience=ledger, issuer-uri is not set",
        "--ledger.security.issuer-uri=https://issuer.example, audience is not set",
        "'--ledger.security.issuer-uri=http://192.0.2.1/,--ledger.security.audience=ledger', must begin with https"
    })
    void mustBeNamedBeforeTheServiceStarts(String settings, String words) {
        assertThatThrownBy(() -> run(settings.split(",", -1)).close())
                .rootCause()
                .hasMessageContaining(words);
    }
}
