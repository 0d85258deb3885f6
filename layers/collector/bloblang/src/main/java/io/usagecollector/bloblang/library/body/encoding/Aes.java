package io.usagecollector.bloblang.library.body.encoding;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in the modes of {@code encrypt_aes} and {@code decrypt_aes}. */
public final class Aes {
  private static final int BLOCK = 16;
  private static final int NONCE = 12;

  private final String scheme;
  private final SecretKeySpec key;
  private final byte[] iv;
  private final boolean encrypts;

  private Aes(String scheme, SecretKeySpec key, byte[] iv, boolean encrypts) {
    this.scheme = scheme;
    this.key = key;
    this.iv = iv;
    this.encrypts = encrypts;
  }

  public static Op op(Args args, boolean encrypts) throws ArgumentException {
    byte[] key = args.string(1).toBytes();
    if (key.length != 16 && key.length != 24 && key.length != 32) {
      throw new ArgumentException("crypto/aes: invalid key size " + key.length);
    }
    byte[] iv = args.string(2).toBytes();
    String scheme = args.text(0);
    switch (scheme) {
      case "ctr", "ofb", "cbc" -> {
        if (iv.length != BLOCK) {
          throw new ArgumentException("the key must match the initialisation vector size");
        }
      }
      case "gcm" -> {
        if (iv.length != NONCE) {
          throw new ArgumentException("the nonce of gcm must have 12 bytes");
        }
      }
      default ->
          throw new ArgumentException(
              "unrecognized " + (encrypts ? "encryption" : "decryption") + " type: " + scheme);
    }
    Aes aes = new Aes(scheme, new SecretKeySpec(key, "AES"), iv, encrypts);
    return Ops.ofText(aes::apply);
  }

  private Value apply(Str text) {
    if (scheme.equals("cbc") && text.length() % BLOCK != 0) {
      return Err.of(
          (encrypts ? "plaintext" : "ciphertext") + " is not a multiple of the block size");
    }
    AlgorithmParameterSpec parameters =
        scheme.equals("gcm") ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv);
    try {
      Cipher cipher =
          Cipher.getInstance("AES/" + scheme.toUpperCase(java.util.Locale.ROOT) + "/NoPadding");
      cipher.init(encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, parameters);
      byte[] result = cipher.doFinal(text.toBytes());
      return encrypts ? Str.of(result) : Bin.of(result);
    } catch (GeneralSecurityException e) {
      return Err.of("gcm decrypting failed: cipher: message authentication failed");
    }
  }
}
