package dev.creatorledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedIssuerTest {

    private Path temp;
    private Path data;
    private EmbeddedIssuer issuer;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        temp = folder;
        data = temp.resolve("new/data");
        issuer = EmbeddedIssuer.of(data);
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class Keys {

        @Test
        void areReadableByTheirOwnerAlone() throws IOException {
            assertThat(modeOf(data.resolve("keys"))).isEqualTo("rwx------");
            assertThat(modeOf(data.resolve("keys/token-signing.pem"))).isEqualTo("rw-------");
        }

        @Test
        void areKeptSoThatTokensOutliveTheProcess() throws IOException {
            String token = issuer.token(Grant.of(Role.ADMIN));
            assertThat(EmbeddedIssuer.of(data).decoder().decode(token).getSubject())
                    .isEqualTo("admin");
        }

        @Test
        void areMadeOnceHoweverManyAskAtOnce() throws Exception {
            Path fresh = temp.resolve("fresh");
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<EmbeddedIssuer>> issuers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                issuers.add(threads.submit(() -> EmbeddedIssuer.of(fresh)));
            }
            String token = issuers.get(0).get().token(Grant.of(Role.ADMIN));
            for (Future<EmbeddedIssuer> each : issuers) {
                assertThat(each.get().decoder().decode(token).getSubject()).isEqualTo("admin");
            }
            threads.shutdown();
        }

        @Test
        void areNotReplacedWhenTheyCannotBeRead() throws IOException {
            Files.writeString(data.resolve("keys/token-signing.pem"), "nonsense", StandardCharsets.US_ASCII);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> EmbeddedIssuer.of(data))
                    .withMessageContaining("token-signing.pem");
            assertThat(data.resolve("keys/token-signing.pem")).hasContent("nonsense");
        }
    }

    @Nested
    class TokensFile {

        @Test
        void holdsATokenForEachRoleThatActsForNobodyInParticular() throws IOException {
            issuer.writeTokens();
            assertThat(modeOf(data.resolve("tokens.json"))).isEqualTo("rw-------");
            Map<String, String> tokens = JsonMapper.shared()
                    .readValue(Files.readString(data.resolve("tokens.json")), new TypeReference<>() {});
            assertThat(tokens).containsOnlyKeys("ingest", "operator", "payments", "auditor", "compliance", "admin");
            tokens.forEach(
                    (role, token) -> assertThat(issuer.decoder().decode(token).getClaimAsStringList("roles"))
                            .containsExactly(role));
        }

        @Test
        void isWrittenOnce() throws IOException {
            issuer.writeTokens();
            String first = Files.readString(data.resolve("tokens.json"));
            issuer.writeTokens();
            assertThat(data.resolve("tokens.json")).hasContent(first);
        }
    }

    @Nested
    class Tokens {

        @Test
        void lastTenYears() {
            Jwt token = issuer.decoder().decode(issuer.token(Grant.of(Role.INGEST)));
            assertThat(token.getExpiresAt()).isAfter(Instant.now().plus(Duration.ofDays(3_650)));
        }

        @Test
        void nameWhomTheyActFor() {
            Jwt creator = issuer.decoder().decode(issuer.token(Grant.of(Role.CREATOR, "ch-1")));
            assertThat(creator.getSubject()).isEqualTo("creator:ch-1");
            assertThat(creator.getClaimAsStringList("channels")).containsExactly("ch-1");
            Jwt network = issuer.decoder().decode(issuer.token(Grant.of(Role.NETWORK, "n-1")));
            assertThat(network.getClaimAsString("network")).isEqualTo("n-1");
            Jwt member = issuer.decoder().decode(issuer.token(Grant.of(Role.MEMBER, "m-1")));
            assertThat(member.getClaimAsString("member")).isEqualTo("m-1");
        }

        @Test
        void areNotMadeForWhatIsNoRole() {
            assertThatIllegalArgumentException().isThrownBy(() -> Grant.of("root"));
            assertThatIllegalArgumentException().isThrownBy(() -> Grant.of(Role.CREATOR));
            assertThatIllegalArgumentException().isThrownBy(() -> Grant.of(Role.ADMIN, "ch-1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Grant.of(Role.CREATOR, "no spaces"));
        }
    }

    @Nested
    class Decoding {

        private void refuses(String token) {
            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> issuer.decoder().decode(token));
        }

        private String signed(Consumer<TestTokens.Claims> change) throws IOException {
            return TestTokens.signedBy(data.resolve("keys/token-signing.pem"), change);
        }

        @Test
        void takesWhatIsSignedForThisService() throws IOException {
            assertThat(issuer.decoder().decode(signed(claims -> {})).getSubject())
                    .isEqualTo("admin");
        }

        @Test
        void refusesAnExpiredToken() throws IOException {
            refuses(signed(claims -> claims.expires(Instant.now().minusSeconds(1))));
        }

        @Test
        void refusesATokenWithoutEnd() throws IOException {
            refuses(signed(claims -> claims.without("exp")));
        }

        @Test
        void refusesATokenForAnotherAudience() throws IOException {
            refuses(signed(claims -> claims.with("aud", "another")));
        }

        @Test
        void refusesATokenOfAnotherIssuer() throws IOException {
            refuses(signed(claims -> claims.with("iss", "another")));
        }

        @Test
        void refusesATokenWithoutSubject() throws IOException {
            refuses(signed(claims -> claims.without("sub")));
        }

        @Test
        void refusesATokenOfAnotherKey() throws IOException {
            refuses(EmbeddedIssuer.of(temp.resolve("other")).token(Grant.of(Role.ADMIN)));
        }

        @Test
        void refusesATokenWhoseClaimsWereChanged() throws Exception {
            String[] parts = issuer.token(Grant.of(Role.INGEST)).split("\\.", -1);
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String changed = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(claims.replace("ingest", "admin").getBytes(StandardCharsets.UTF_8));
            String forged = parts[0] + "." + changed + "." + parts[2];
            assertThat(SignedJWT.parse(forged).getJWTClaimsSet().getSubject()).isEqualTo("admin");
            refuses(forged);
        }

        @Test
        void refusesATokenThatIsNotSigned() {
            refuses(TestTokens.unsigned(issuer.token(Grant.of(Role.ADMIN))));
        }

        @Test
        void refusesATokenSignedWithThePublicKeyAsSecret() throws Exception {
            refuses(TestTokens.signedWithSecretOf(data.resolve("keys/token-signing.pem")));
        }

        @Test
        void refusesNonsense() {
            assertThatExceptionOfType(BadJwtException.class)
                    .isThrownBy(() -> issuer.decoder().decode("x.y.z"));
        }
    }
}
