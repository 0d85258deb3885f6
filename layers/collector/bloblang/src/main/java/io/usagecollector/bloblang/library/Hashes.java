package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of {@code hash}. */
final class Hashes {
  private static final int IEEE = 0xEDB88320;
  private static final int CASTAGNOLI = 0x82F63B78;
  private static final int KOOPMAN = 0xEB31D82E;

  private Hashes() {}

  static Op op(Args args) throws ArgumentException {
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
          case "xxhash64" -> bytes -> decimal(XxHash64.of(bytes));
          case "fnv32" -> bytes -> decimal(fnv32(bytes) & 0xFFFF_FFFFL);
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
      case "IEEE" -> crc(bytes, IEEE);
      case "Castagnoli" -> crc(bytes, CASTAGNOLI);
      case "Koopman" -> crc(bytes, KOOPMAN);
      default -> Err.of("unsupported crc32 hash key \"" + polynomial + "\"");
    };
  }

  private static Value crc(byte[] bytes, int polynomial) {
    int crc = ~0;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : polynomial);
      }
    }
    return Bin.of(ByteBuffer.allocate(4).putInt(~crc).array());
  }

  private static int fnv32(byte[] bytes) {
    int hash = 0x811C9DC5;
    for (byte b : bytes) {
      hash = (hash * 0x01000193) ^ (b & 0xFF);
    }
    return hash;
  }
}
