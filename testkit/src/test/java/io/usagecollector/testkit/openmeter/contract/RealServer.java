package io.usagecollector.testkit.openmeter.contract;

import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import java.net.URI;
import java.util.Optional;

/** The real server the environment asks the contract tests to run against, if it does. */
final class RealServer {
  private static final String URL = "OPENMETER_TEST_URL";
  private static final String TOKEN = "OPENMETER_TEST_TOKEN";

  private RealServer() {}

  static boolean isGiven() {
    return variable(URL).isPresent();
  }

  static OpenMeterAccess access() {
    return OpenMeterAccess.selfHosted(URI.create(variable(URL).orElseThrow()), variable(TOKEN));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
