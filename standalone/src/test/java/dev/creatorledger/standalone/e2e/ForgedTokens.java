package dev.creatorledger.standalone.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens that look like those of a service's own issuer, some made with its key, all but one of them wrong. */
final class ForgedTokens {

    private static final String US = "creator-ledger";
    private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

    private final RSAPrivateCrtKey key;
    private final String real;

    /** Reads the key that the service signs with, as nobody else can. */
    ForgedTokens(Path pem, String real) throws Exception {
        String text = Files.readString(pem, US_ASCII).replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(text);
        this.key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        this.real = real;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(US)
                .audience(US)
                .subject("admin")
                .claim("roles", List.of("admin"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private String byUs(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(RS256, new RSASSASigner(key), claims.build());
    }

    /** One that is as it should be: the others fail for what is wrong with them alone. */
    String good() throws JOSEException {
        return byUs(claims());
    }

    /** The others, by what is wrong with them. */
    Map<String, String> bad() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        PrivateKey stranger = generator.generateKeyPair().getPrivate();
        byte[] open = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
        String[] parts = real.split("\\.", -1);
        String spoilt = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("admin", "adm1n");
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", byUs(claims().expirationTime(Date.from(Instant.now().minusSeconds(1)))));
        bad.put("without end", byUs(claims().expirationTime(null)));
        bad.put(
                "not yet valid",
                byUs(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(300)))));
        bad.put("for another audience", byUs(claims().audience("another")));
        bad.put("of another issuer", byUs(claims().issuer("another")));
        bad.put("of nobody", byUs(claims().subject(null)));
        bad.put("of another key", signed(RS256, new RSASSASigner(stranger), claims().build()));
        bad.put(
                "of a key that it names itself",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("another")
                                .build(),
                        new RSASSASigner(stranger),
                        claims().build()));
        bad.put(
                "signed with the public key as a secret",
                signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(open), claims().build()));
        bad.put("not signed", new PlainJWT(claims().build()).serialize());
        bad.put("cut off", parts[0] + "." + parts[1] + ".");
        bad.put(
                "changed",
                parts[0]
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(spoilt.getBytes(UTF_8))
                        + "."
                        + parts[2]);
        bad.put("nonsense", "x.y.z");
        return bad;
    }
}
