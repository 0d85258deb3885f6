package io.usagecollector.ensure.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The names that a body may tell a customer by, in the order in which they go before each other.
 */
public enum Alias {
  CLIENT_ID("client_id", Part.CLIENT, true),
  CLIENT_ID_CAMEL("clientId", Part.CLIENT, true),
  EXTERNAL_USER_ID("external_user_id", Part.USER, true),
  EXTERNAL_USER_ID_CAMEL("externalUserId", Part.USER, true),
  AUTH_ID("auth_id", Part.AUTH_ID, true),
  AUTH_ID_CAMEL("authId", Part.AUTH_ID, true),
  SUBJECT("subject", Part.AUTH_ID, false);

  /** What a name tells. */
  public enum Part {
    CLIENT,
    USER,
    /** Both of them, a colon between. */
    AUTH_ID
  }

  private final String written;
  private final Part part;
  private final boolean alsoInData;

  Alias(String written, Part part, boolean alsoInData) {
    this.written = written;
    this.part = part;
    this.alsoInData = alsoInData;
  }

  /** As it is written in {@code data}, and usually at the top. */
  public String written() {
    return written;
  }

  /** Whether it is looked for in {@code data}, too. */
  public boolean alsoInData() {
    return alsoInData;
  }

  /** Those that tell one thing. */
  static List<Alias> of(Part part) {
    return Arrays.stream(values()).filter(alias -> alias.part == part).toList();
  }

  /** The one of a name at the top, where case does not matter. */
  static Optional<Alias> atTop(String name) {
    return Arrays.stream(values()).filter(alias -> AnyCase.same(alias.written, name)).findFirst();
  }

  /** The one of a name in {@code data}. */
  static Optional<Alias> inData(String name) {
    return Arrays.stream(values())
        .filter(alias -> alias.alsoInData && alias.written.equals(name))
        .findFirst();
  }
}
