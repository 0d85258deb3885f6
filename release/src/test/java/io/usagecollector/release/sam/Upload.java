package io.usagecollector.release.sam;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** {@code sam package}: a zip goes to a key that is the MD5 of its bytes, and is named by it. */
final class Upload {
  private Upload() {}

  static Map<String, String> addresses(Map<String, byte[]> artifacts) {
    Map<String, String> addresses = new TreeMap<>();
    artifacts.forEach((path, bytes) -> addresses.put(path, "s3://artifacts/" + md5(bytes)));
    return addresses;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
