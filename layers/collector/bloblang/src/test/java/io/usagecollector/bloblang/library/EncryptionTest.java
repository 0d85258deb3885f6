package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Bin;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are those of NIST SP 800-38A and of the GCM specification. */
class EncryptionTest {
  private static final String KEY = "2b7e151628aed2a6abf7158809cf4f3c";
  private static final String IV = "000102030405060708090a0b0c0d0e0f";
  private static final String PLAIN = "6bc1bee22e409f96e93d7e117393172a";

  /** In hex, or what went wrong. */
  private static String call(String method, String scheme, String key, String iv, String input) {
    String mapping = "root = content().%s(\"%s\", @key, @iv)".formatted(method, scheme);
    Message message =
        Message.of(HexFormat.of().parseHex(input))
            .withMetadata("key", Bin.of(HexFormat.of().parseHex(key)))
            .withMetadata("iv", Bin.of(HexFormat.of().parseHex(iv)));
    return switch (compiled(mapping).apply(message, Host.system())) {
      case Result.Mapped mapped -> HexFormat.of().formatHex(mapped.message().content());
      case Result.Failed failed -> failed.fault().text();
      case Result.Deleted deleted -> "<deleted>";
    };
  }

  private static Mapping compiled(String mapping) {
    try {
      return Bloblang.standard().compile(mapping);
    } catch (CompileException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ctr,"
        + KEY
        + ",f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
        + PLAIN
        + ",874d6191b620e3261bef6864990db6ce",
    "ofb," + KEY + "," + IV + "," + PLAIN + ",3b3fd92eb72dad20333449f8e83cfb4a",
    "cbc," + KEY + "," + IV + "," + PLAIN + ",7649abac8119b246cee98e9b12e9197d",
    "gcm,feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,54cc7dc2c37ec006bcc6d1da,007c5e5b3e59df24a7c355584fc1518d,d50b9e252b70945d4240d351677eb10f937cdaef6f2822b6a3191654ba41b197"
  })
  void everySchemeAgreesWithItsPublishedVectorBothWays(
      String scheme, String key, String iv, String plain, String cipher) {
    assertThat(call("encrypt_aes", scheme, key, iv, plain)).isEqualTo(cipher);
    assertThat(call("decrypt_aes", scheme, key, iv, cipher)).isEqualTo(plain);
  }

  @Test
  void blocksChainedWithoutPaddingMustBeWhole() {
    assertThat(call("encrypt_aes", "cbc", KEY, IV, "00"))
        .endsWith("plaintext is not a multiple of the block size");
    assertThat(call("decrypt_aes", "cbc", KEY, IV, "00"))
        .endsWith("ciphertext is not a multiple of the block size");
  }

  @Test
  void badKeysVectorsAndSchemesAreSaid() {
    assertThat(call("encrypt_aes", "ctr", "00", IV, "00"))
        .endsWith("crypto/aes: invalid key size 1");
    assertThat(call("encrypt_aes", "ctr", KEY, "00", "00"))
        .endsWith("the key must match the initialisation vector size");
    assertThat(call("encrypt_aes", "gcm", KEY, "00", "00"))
        .endsWith("the nonce of gcm must have 12 bytes");
    assertThat(call("encrypt_aes", "ecb", KEY, IV, "00"))
        .endsWith("unrecognized encryption type: ecb");
    assertThat(call("decrypt_aes", "ecb", KEY, IV, "00"))
        .endsWith("unrecognized decryption type: ecb");
  }

  @Test
  void aDamagedMessageIsNotDecrypted() {
    assertThat(
            call(
                "decrypt_aes",
                "gcm",
                "feffe9928665731c6d6a8f9467308308",
                "54cc7dc2c37ec006bcc6d1da",
                "d50b9e252b70945d4240d351677eb10f937cdaef6f2822b6a3191654ba41b197"))
        .endsWith("gcm decrypting failed: cipher: message authentication failed");
  }
}
