package dev.creatorledger.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that the embedded issuer signs tokens with, kept in the data folder.
 *
 * @param secret signs
 * @param open verifies
 */
record SigningKey(RSAPrivateCrtKey secret, RSAPublicKey open) {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2_048;
    private static final int PEM_LINE = 64;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * Reads the key from a file, or makes one and keeps it there.
     *
     * @throws IOException if the file cannot be read or written, or holds no RSA key
     */
    static SigningKey in(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, pem(newKey().getEncoded()));
            }
            return of(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IOException("There is no RSA key in PEM form in " + file, e);
        }
    }

    private static RSAPrivateCrtKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(BITS);
        return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    }

    private static SigningKey of(String pem) throws GeneralSecurityException {
        String encoded = pem.replace(BEGIN, "").replace(END, "");
        byte[] der = Base64.getMimeDecoder().decode(encoded);
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
        var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
        return new SigningKey(secret, (RSAPublicKey) factory.generatePublic(open));
    }

    private static byte[] pem(byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return (BEGIN + "\n" + body + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Without the key: it must not reach a log. */
    @Override
    public String toString() {
        return "SigningKey";
    }
}
