package io.usagecollector.core.config.key;

import io.usagecollector.bloblang.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keys whose values are secrets, by what they are called. */
public final class SecretName {
  private static final List<String> WORDS =
      List.of(
          "apikey",
          "accesskey",
          "privatekey",
          "password",
          "passwd",
          "passphrase",
          "secret",
          "secrets",
          "token",
          "credential",
          "credentials",
          "authorization",
          "bearer");

  private SecretName() {}

  /** Whether a key says that its value is one. */
  public static boolean is(String key) {
    String plain = plain(key);
    return WORDS.stream().anyMatch(plain::endsWith);
  }

  /** Whether a key says so, or would if it were spelt rightly. */
  public static boolean isNear(String key) {
    return Stream.concat(Stream.of(key), Stream.of(key.split("[^A-Za-z0-9]+")))
        .map(SecretName::plain)
        .anyMatch(word -> is(word) || Nearest.to(word, WORDS, 2).isPresent());
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
