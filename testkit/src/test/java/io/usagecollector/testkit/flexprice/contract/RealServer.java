package io.usagecollector.testkit.flexprice.contract;

import io.usagecollector.testkit.flexprice.client.Access;
import java.net.URI;
import java.util.Optional;

/** The real server the environment asks the contract tests to run against, if it does. */
final class RealServer {
  private static final String URL = "FLEXPRICE_TEST_URL";
  private static final String KEY = "FLEXPRICE_TEST_KEY";
  private static final String ENVIRONMENT = "FLEXPRICE_TEST_ENVIRONMENT_ID";

  private RealServer() {}

  static boolean isGiven() {
    return variable(URL).isPresent();
  }

  static Access access() {
    String url = variable(URL).orElseThrow();
    String key =
        variable(KEY).orElseThrow(() -> new IllegalStateException(URL + " is set, not " + KEY));
    return new Access(URI.create(url), key, variable(ENVIRONMENT));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
