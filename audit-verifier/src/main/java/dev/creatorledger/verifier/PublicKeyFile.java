package dev.creatorledger.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public key that the verifier was given; a key that a checkpoint names is never looked for. */
final class PublicKeyFile {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_OCTETS = 16;

    private final PublicKey key;

    private PublicKeyFile(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key in PEM form.
     *
     * @throws Malformed if there is none
     */
    static PublicKeyFile of(byte[] pem) {
        String text = new String(pem, StandardCharsets.US_ASCII);
        String body = text.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            return new PublicKeyFile(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("there is no Ed25519 public key in PEM form");
        }
    }

    /** How checkpoints name it. */
    String id() {
        return HexFormat.of().formatHex(ChainHash.sha256().digest(key.getEncoded()), 0, ID_OCTETS);
    }

    boolean hasSigned(Checkpoint checkpoint) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.form());
            return signature.verify(checkpoint.signature());
        } catch (GeneralSecurityException e) {
            return false; // not even the shape of a signature
        }
    }
}
