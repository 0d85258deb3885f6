package io.usagecollector.bloblang.library.body.encoding;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.gotext.encoding.Crc32;
import io.usagecollector.bloblang.gotext.encoding.Fnv32;
import io.usagecollector.bloblang.gotext.encoding.XxHash64;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of {@code hash}. */
public final class Hashes {

  private Hashes() {}

  public static Op op(Args args) throws ArgumentException {
    String algorithm = args.text(0);
    String polynomial = args.text(2);
    if (algorithm.equals("crc32")) {
      return Ops.ofText(text -> crc32(text.toBytes(), polynomial));
    }
    UnaryOperator<byte[]> hash =
        switch (algorithm) {
          case "hmac_sha1", "hmac-sha1" -> hmac(args, "HmacSHA1");
          case "hmac_sha256", "hmac-sha256" -> hmac(args, "HmacSHA256");
          case "hmac_sha512", "hmac-sha512" -> hmac(args, "HmacSHA512");
          case "md5" -> digest("MD5");
          case "sha1" -> digest("SHA-1");
          case "sha256" -> digest("SHA-256");
          case "sha512" -> digest("SHA-512");
          case "sha3_256" -> digest("SHA3-256");
          case "sha3_512" -> digest("SHA3-512");
          case "xxhash64" -> bytes -> decimal(XxHash64.hash(bytes));
          case "fnv32" -> bytes -> decimal(Fnv32.hash(bytes) & 0xFFFF_FFFFL);
          default -> throw new ArgumentException("unrecognized hash type: " + algorithm);
        };
    return Ops.ofText(text -> Bin.of(hash.apply(text.toBytes())));
  }

  private static byte[] decimal(long unsigned) {
    return Long.toUnsignedString(unsigned).getBytes(StandardCharsets.US_ASCII);
  }

  private static UnaryOperator<byte[]> digest(String name) {
    return bytes -> {
      try {
        return MessageDigest.getInstance(name).digest(bytes);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has " + name, e);
      }
    };
  }

  private static UnaryOperator<byte[]> hmac(Args args, String name) throws ArgumentException {
    if (!args.has(1) || args.string(1).length() == 0) {
      throw new ArgumentException("hash algorithm " + args.text(0) + " requires a key argument");
    }
    SecretKeySpec key = new SecretKeySpec(args.string(1).toBytes(), name);
    return bytes -> {
      try {
        Mac mac = Mac.getInstance(name);
        mac.init(key);
        return mac.doFinal(bytes);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has " + name, e);
      }
    };
  }

  private static Value crc32(byte[] bytes, String polynomial) {
    return switch (polynomial) {
      case "IEEE" -> Bin.of(Crc32.ieee(bytes));
      case "Castagnoli" -> Bin.of(Crc32.castagnoli(bytes));
      case "Koopman" -> Bin.of(Crc32.koopman(bytes));
      default -> Err.of("unsupported crc32 hash key \"" + polynomial + "\"");
    };
  }
}
