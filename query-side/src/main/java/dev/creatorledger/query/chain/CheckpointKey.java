package dev.creatorledger.query.chain;

import dev.creatorledger.platform.security.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key that checkpoints are signed with: two PEM files in a folder apart from the database. */
final class CheckpointKey {

    /** How is signed. */
    static final String ALGORITHM = "Ed25519";

    /** Signs; of its owner alone. */
    static final String PRIVATE = "checkpoint-private.pem";

    /** Verifies; this is what auditors take away once, and keep. */
    static final String PUBLIC = "checkpoint-public.pem";

    private static final int PEM_LINE = 64;
    private static final int ID_OCTETS = 16;

    private final PrivateKey secret;
    private final PublicKey open;

    private CheckpointKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** The key in a folder; a new one is made if neither half is there and {@code mayMake}. */
    static CheckpointKey in(Path folder, boolean mayMake) throws IOException {
        PrivateFiles.createFolder(folder);
        return PrivateFiles.alone(folder, () -> {
            if (mayMake && !Files.exists(folder.resolve(PRIVATE)) && !Files.exists(folder.resolve(PUBLIC))) {
                make(folder);
            }
            return read(folder);
        });
    }

    private static void make(Path folder) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            // The public half last: where both are, both are whole.
            PrivateFiles.write(
                    folder.resolve(PRIVATE), pem("PRIVATE", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    folder.resolve(PUBLIC), pem("PUBLIC", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static CheckpointKey read(Path folder) throws IOException {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            CheckpointKey key = new CheckpointKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(der(folder.resolve(PRIVATE), "PRIVATE"))),
                    factory.generatePublic(new X509EncodedKeySpec(der(folder.resolve(PUBLIC), "PUBLIC"))));
            byte[] probe = {1};
            if (!key.verifies(probe, key.sign(probe))) {
                throw new IOException("The halves of the key in " + folder + " do not belong together");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("There is no Ed25519 key in PEM form in " + folder, e);
        }
    }

    private static byte[] der(Path file, String half) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder()
                .decode(pem.replace("-----BEGIN " + half + " KEY-----", "")
                        .replace("-----END " + half + " KEY-----", ""));
    }

    private static byte[] pem(String half, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + half + " KEY-----\n" + body + "\n-----END " + half + " KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Tells this key from others. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return HexFormat.of().formatHex(hash, 0, ID_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A checkpoint with its signature. */
    Checkpoint signed(Checkpoint checkpoint) {
        return checkpoint.signed(Base64.getEncoder().encodeToString(sign(checkpoint.form())));
    }

    /** Whether this key has signed a checkpoint as it stands. */
    boolean hasSigned(Checkpoint checkpoint) {
        try {
            return verifies(checkpoint.form(), Base64.getDecoder().decode(checkpoint.signature()));
        } catch (IllegalArgumentException e) {
            return false; // no hash, or no base64
        }
    }

    private byte[] sign(byte[] form) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(form);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private boolean verifies(byte[] form, byte[] by) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(form);
            return signature.verify(by);
        } catch (GeneralSecurityException e) {
            return false; // not even the shape of a signature
        }
    }

    /** Without the key: it must not reach a log. */
    @Override
    public String toString() {
        return "CheckpointKey " + id();
    }
}
