package dev.creatorledger.platform.person;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256 as they are used here: a box is the nonce, the cipher text and the tag. */
final class Aead {

    /** Of every key, in bytes. */
    static final int KEY_BYTES = 32;

    /** Of every nonce, in bytes: what GCM is made for. */
    static final int NONCE_BYTES = 12;

    private static final int TAG_BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private Aead() {}

    /** Closes a text in a box; the same nonce never goes with two texts under one key. */
    static byte[] close(SecretKey key, byte[] nonce, byte[] about, byte[] text) {
        try {
            byte[] cipherText = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(text);
            byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + cipherText.length);
            System.arraycopy(cipherText, 0, box, NONCE_BYTES, cipherText.length);
            return box;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** What is in a box, if it was closed with this key and about this, and nobody touched it since. */
    static Optional<byte[]> open(SecretKey key, byte[] about, byte[] box) {
        if (box.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, about).doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A key for one purpose, of a key for several; the purpose is public. */
    static SecretKey derived(Key from, String algorithm, byte[] purpose) {
        return new SecretKeySpec(mac(from, purpose), algorithm);
    }

    /** The MAC of some parts, in this order. */
    static byte[] mac(Key key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A key for {@link #mac}. */
    static Key macKey(byte[] bytes) {
        return new SecretKeySpec(bytes, MAC);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java has AES-GCM and HMAC-SHA-256; this one does not", e);
    }
}
