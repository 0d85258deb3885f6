package io.usagecollector.local.billing.openmeter;

import java.net.URI;
import java.util.Map;

/** Where OpenMeter is, by the names that the documentation has for it. */
public final class OpenMeterVariables {
  private OpenMeterVariables() {}

  public static Map<String, String> of(URI url, String token) {
    return Map.of("OPENMETER_URL", url.toString(), "OPENMETER_TOKEN", token);
  }
}
