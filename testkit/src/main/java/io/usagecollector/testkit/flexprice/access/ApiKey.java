package io.usagecollector.testkit.flexprice.access;

/**
 * A key the stand-in accepts.
 *
 * @param fromConfigFile true for a key of a self-hosted server's configuration: it is bound to no
 *     environment, so each request must name one in {@code X-Environment-ID}
 */
public record ApiKey(String value, Role role, boolean fromConfigFile) {

  public ApiKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an API key cannot be blank");
    }
  }

  /** A key of the server's database, bound to its environment. */
  public static ApiKey of(String value, Role role) {
    return new ApiKey(value, role, false);
  }

  /** A key of the configuration file: all rights, no environment. */
  public static ApiKey fromConfigFile(String value) {
    return new ApiKey(value, Role.SUPER_ADMIN, true);
  }

  @Override
  public String toString() {
    return "ApiKey[" + role + "]";
  }
}
