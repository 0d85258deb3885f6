package io.usagecollector.core.sink.http;

/**
 * How a service wants to be told the key.
 *
 * @param name the header it reads it from; empty for none
 * @param before what stands before the key in that header's value
 */
public record KeyHeader(String name, String before) {
  /** A header of the service's own, with the bare key. */
  public static KeyHeader of(String name) {
    return new KeyHeader(name, "");
  }

  /** {@code Authorization: Bearer} and the key. */
  public static KeyHeader bearer() {
    return new KeyHeader("Authorization", "Bearer ");
  }

  /** None: the service asks for no key. */
  public static KeyHeader none() {
    return new KeyHeader("", "");
  }

  boolean isSent() {
    return !name.isEmpty();
  }

  /**
   * The header's value.
   *
   * @throws IllegalArgumentException if there is no key
   */
  String value(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("the key is empty");
    }
    return before + key;
  }
}
